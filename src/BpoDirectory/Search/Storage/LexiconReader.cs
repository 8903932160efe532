using BpoDirectory.Data.Queries;
using BpoDirectory.Data.Text;
using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Storage;

/// <summary>Reads what the catalog says about language: spellings, synonyms and the names of outsourcing types.</summary>
internal static class LexiconReader
{
    /// <summary>The spellings and the synonym sets in use.</summary>
    public static Lexicon Read(SearchReader reader)
    {
        var spellings = new Dictionary<string, string>(StringComparer.Ordinal);
        reader.Session.Each("SELECT Variant, Standard FROM SpellingVariants", row => spellings[row.GetString(0)] = row.GetString(1));
        var members = reader.Session.Query(
                "SELECT SynonymSetId, Text FROM SynonymMember ORDER BY Id", row => (Set: row.GetInt32(0), Text: row.GetString(1)))
            .ToLookup(member => member.Set, member => member.Text);
        return new Lexicon(spellings, tokenizer => reader.Session.Query(
            "SELECT Id, Name, DepartmentId, BusinessFunctionId FROM SynonymSets WHERE NOT IsArchived ORDER BY Id",
            row =>
            {
                var set = new Synonyms(
                    row.GetString(1), row.IsDBNull(2) ? null : row.GetInt32(2), row.IsDBNull(3) ? null : row.GetInt32(3));
                set.Phrases.AddRange(members[row.GetInt32(0)]
                    .Select(member => tokenizer.Tokenize(member).Select(token => token.Stem).ToArray())
                    .Where(stems => stems.Length > 0)
                    .Select(stems => new SynonymPhrase(stems, set)));
                return set;
            }));
    }

    /// <summary>What questions may name to be narrowed to it: sites, their cities and countries, languages, clients and partners.</summary>
    public static NamedChoices ReadNamedChoices(SearchReader reader, Tokenizer tokenizer)
    {
        var sites = reader.Session.Query(
            "SELECT Slug, Name, City, Country FROM Sites WHERE NOT IsArchived",
            row => (Slug: row.GetString(0), Names: new[] { row.GetString(1), DepartmentQueries.Text(row, 2) }.OfType<string>()
                .Concat(DepartmentQueries.Text(row, 3) is { } country ? LocaleNames.NamesOfCountry(country) : [])));
        var languages =
            reader.Session.Query(
                "SELECT Tag, Name FROM Languages", row => new NamedChoice(Facet.Language, row.GetString(1), [row.GetString(0)]));
        return new NamedChoices(
            [
                .. sites.SelectMany(site => site.Names.Select(name => new NamedChoice(Facet.Site, name, [site.Slug]))), .. languages,
                .. Named(Facet.Client, "Clients"), .. Named(Facet.Partner, "Partners"),
            ],
            tokenizer);

        List<NamedChoice> Named(Facet facet, string table) => reader.Session.Query(
            $"SELECT Slug, Name FROM {table} WHERE NOT IsArchived", row => new NamedChoice(facet, row.GetString(1), [row.GetString(0)]));
    }

    /// <summary>The outsourcing types in use, by acronym.</summary>
    public static IReadOnlyList<NamedType> ReadTypes(SearchReader reader, Tokenizer tokenizer)
    {
        var synonyms = reader.Session.Query(
                "SELECT OutsourcingTypeId, Text FROM OutsourcingTypeSynonym ORDER BY Rank",
                row => (Type: row.GetInt32(0), Text: row.GetString(1)))
            .ToLookup(synonym => synonym.Type, synonym => synonym.Text);
        return reader.Session.Query(
            "SELECT Id, Slug, Acronym, Name, Summary FROM OutsourcingTypes WHERE NOT IsArchived ORDER BY AcronymKey",
            row => new NamedType(
                new TypeAnswer(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)), synonyms[row.GetInt32(0)],
                tokenizer));
    }
}
