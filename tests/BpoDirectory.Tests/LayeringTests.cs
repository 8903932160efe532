using System.Reflection;
using System.Reflection.Emit;
using BpoDirectory.Data;
using BpoDirectory.Functions;

namespace BpoDirectory.Tests;

/// <summary>The arrows between the parts of the program, read from what the compiler made of it.</summary>
public sealed class LayeringTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly Product = typeof(Program).Assembly;

    // Each part, and the parts it may use. Program, which has no namespace, may use everything.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Data"] = [],
        ["Search"] = ["Data"],
        ["Editing"] = ["Data", "Search", "Accounts"],
        ["Departments"] = ["Data", "Search", "Editing", "Accounts"],
        ["Functions"] = ["Data", "Search", "Editing", "Accounts"],
        ["ServiceLines"] = ["Data", "Editing", "Accounts"],
        ["OutsourcingTypes"] = ["Data", "Editing", "Accounts"],
        ["Guide"] = ["Data", "Editing", "Accounts"],
        ["Catalog"] = ["Data"],
        ["Exchange"] = ["Data", "Departments", "Accounts"],
        ["Accounts"] = ["Data"],
        ["Operations"] = ["Data", "Search"],
        ["Api"] =
            ["Data", "Search", "Departments", "Functions", "ServiceLines", "OutsourcingTypes", "Guide", "Exchange", "Editing", "Accounts"],
        ["Components"] =
            ["Data", "Search", "Departments", "Functions", "ServiceLines", "OutsourcingTypes", "Guide", "Exchange", "Editing", "Accounts"],
    };

    public static TheoryData<string> Parts => [.. Product.GetTypes().Select(PartOf).Where(part => part.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Part_uses_only_what_lies_below_it(string part)
    {
        Assert.True(Allowed.ContainsKey(part), $"{part} is a new part: say what it may use.");

        var wrong = Product.GetTypes()
            .Where(type => PartOf(type) == part)
            .SelectMany(type => UsedBy(type).Where(IsOfProduct).Select(used => (type, used)))
            .Where(arrow => PartOf(arrow.used) is { Length: > 0 } used && used != part && !Allowed[part].Contains(used))
            .Select(arrow => $"{arrow.type.FullName} → {arrow.used.FullName}");

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Arrows_inside_method_bodies_are_seen() =>
        Assert.Contains(typeof(DirectoryRuleException), UsedBy(typeof(Rules)));

    [Fact]
    public void Arrows_of_asynchronous_methods_are_seen() =>
        Assert.Contains(
            typeof(FunctionOwner),
            Product.GetTypes().Where(type => type.FullName!.StartsWith(typeof(BusinessFunctionReader).FullName!, StringComparison.Ordinal)).SelectMany(UsedBy));

    private static bool IsOfProduct(Type type) => type.Assembly == Product;

    // The first name below the root namespace; what the compiler puts outside it belongs to no part.
    private static string PartOf(Type type) =>
        type.Namespace?.Split('.') is ["BpoDirectory", var part, ..] ? part : "";

    private static HashSet<Type> UsedBy(Type type)
    {
        var used = new HashSet<Type>();
        Add(used, type.BaseType);
        foreach (var implemented in type.GetInterfaces())
            Add(used, implemented);
        foreach (var attribute in type.GetCustomAttributesData())
            AddAttribute(used, attribute);
        foreach (var field in type.GetFields(Everything))
            Add(used, field.FieldType);
        foreach (var property in type.GetProperties(Everything))
            Add(used, property.PropertyType);
        foreach (var method in type.GetMembers(Everything).OfType<MethodBase>())
            AddMethod(used, method);
        return used;
    }

    private static void AddMethod(HashSet<Type> used, MethodBase method)
    {
        Add(used, (method as MethodInfo)?.ReturnType);
        foreach (var parameter in method.GetParameters())
            Add(used, parameter.ParameterType);
        if (method.GetMethodBody() is not { } body)
            return;
        foreach (var local in body.LocalVariables)
            Add(used, local.LocalType);
        foreach (var member in MembersIn(method, body.GetILAsByteArray()!))
            AddMember(used, member);
    }

    private static void AddMember(HashSet<Type> used, MemberInfo member)
    {
        Add(used, member as Type ?? member.DeclaringType);
        Add(used, (member as FieldInfo)?.FieldType);
        if (member is MethodInfo { IsGenericMethod: true } method)
            foreach (var argument in method.GetGenericArguments())
                Add(used, argument);
    }

    private static void AddAttribute(HashSet<Type> used, CustomAttributeData attribute)
    {
        Add(used, attribute.AttributeType);
        foreach (var argument in attribute.ConstructorArguments)
            Add(used, argument.Value as Type);
    }

    private static void Add(HashSet<Type> used, Type? type)
    {
        if (type is null)
            return;
        if (type.HasElementType)
            Add(used, type.GetElementType());
        if (type.IsConstructedGenericType)
            foreach (var argument in type.GetGenericArguments())
                Add(used, argument);
        used.Add(type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type);
    }

    private static IEnumerable<MemberInfo> MembersIn(MethodBase method, byte[] code)
    {
        var typeArguments = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var operation = code[at] == Instructions.Prefix ? Instructions.Long[code[at + 1]] : Instructions.Short[code[at]];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments)!;
            at += Instructions.OperandSize(operation, code, at);
        }
    }

    // The instructions of the common intermediate language (ECMA-335, partition III), as the framework lists them.
    private static class Instructions
    {
        public const byte Prefix = 0xFE;

        private static readonly OpCode[] All = [.. typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!)];

        public static Dictionary<byte, OpCode> Short { get; } = All.Where(code => code.Size == 1).ToDictionary(code => (byte)code.Value);

        public static Dictionary<byte, OpCode> Long { get; } = All.Where(code => code.Size == 2).ToDictionary(code => (byte)(code.Value & 0xFF));

        public static int OperandSize(OpCode operation, byte[] code, int at) => operation.OperandType switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
            _ => 4,
        };
    }
}
