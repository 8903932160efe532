using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace BpoDirectory.Data.Sqlite;

/// <summary>How queries of the context look for a part of a text, without regard to the case of ASCII letters.</summary>
public static class TextMatch
{
    /// <summary>The collation of texts that are compared without regard to the case of ASCII letters.</summary>
    internal const string IgnoreCase = "NOCASE";

    /// <summary>Whether <paramref name="part"/> is somewhere in <paramref name="text"/>; an empty one always is.</summary>
    public static bool Contains(string text, string part) => throw OnlyInQueries();

    /// <summary>Whether <paramref name="text"/> begins with <paramref name="part"/>.</summary>
    public static bool StartsWith(string text, string part) => throw OnlyInQueries();

    internal static void AddTo(ModelBuilder model)
    {
        model.HasDbFunction(() => Contains("", ""))
            .HasTranslation(arguments => Compare(Position(arguments), ExpressionType.GreaterThan, 0));
        model.HasDbFunction(() => StartsWith("", ""))
            .HasTranslation(arguments => Compare(Position(arguments), ExpressionType.Equal, 1));
    }

    // From 1; 0 when the part is not in the text.
    private static SqlFunctionExpression Position(IReadOnlyList<SqlExpression> arguments) =>
        Call("instr", typeof(int), IntTypeMapping.Default, [.. arguments.Select(Lower)]);

    private static SqlFunctionExpression Lower(SqlExpression text) => Call("lower", typeof(string), text.TypeMapping, [text]);

    private static SqlFunctionExpression Call(string name, Type type, RelationalTypeMapping? mapping, SqlExpression[] arguments) =>
        new(name, arguments, nullable: true, arguments.Select(_ => true), type, mapping);

    private static SqlBinaryExpression Compare(SqlExpression left, ExpressionType operation, int right) =>
        new(operation, left, new SqlConstantExpression(right, IntTypeMapping.Default), typeof(bool), BoolTypeMapping.Default);

    private static InvalidOperationException OnlyInQueries() => new("Only queries of the database look for texts this way.");
}
