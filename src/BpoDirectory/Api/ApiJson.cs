using System.Text.Json;
using System.Text.Json.Serialization;
using BpoDirectory.Guide;
using Microsoft.AspNetCore.Mvc;

namespace BpoDirectory.Api;

/// <summary>How the answers are written, made at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DepartmentList))]
[JsonSerializable(typeof(DepartmentAnswer))]
[JsonSerializable(typeof(ComparisonAnswer))]
[JsonSerializable(typeof(DepartmentBody))]
[JsonSerializable(typeof(ArchiveBody))]
[JsonSerializable(typeof(NoteBody))]
[JsonSerializable(typeof(BusinessFunctionBody))]
[JsonSerializable(typeof(ServiceLineBody))]
[JsonSerializable(typeof(SiteBody))]
[JsonSerializable(typeof(PartnerBody))]
[JsonSerializable(typeof(ClientBody))]
[JsonSerializable(typeof(PersonBody))]
[JsonSerializable(typeof(OutsourcingTypeBody))]
[JsonSerializable(typeof(GuideArticleBody))]
[JsonSerializable(typeof(SynonymSetBody))]
[JsonSerializable(typeof(SynonymSetList))]
[JsonSerializable(typeof(SavedEntry))]
[JsonSerializable(typeof(RevisionList))]
[JsonSerializable(typeof(FunctionList))]
[JsonSerializable(typeof(FunctionWithOwners))]
[JsonSerializable(typeof(ServiceLineList))]
[JsonSerializable(typeof(SiteList))]
[JsonSerializable(typeof(PartnerList))]
[JsonSerializable(typeof(ClientList))]
[JsonSerializable(typeof(PersonList))]
[JsonSerializable(typeof(PersonAnswer))]
[JsonSerializable(typeof(OutsourcingTypeList))]
[JsonSerializable(typeof(GuideList))]
[JsonSerializable(typeof(SuggestionList))]
[JsonSerializable(typeof(GuideArticleDetails))]
[JsonSerializable(typeof(HttpValidationProblemDetails))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ApiJson : JsonSerializerContext;
