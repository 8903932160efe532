using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BpoDirectory.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BusinessFunctions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BusinessFunctions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Departments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    OfficeBasis = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    OfficeReason = table.Column<string>(type: "TEXT", nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ParentId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsArchived = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Departments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Departments_Departments_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GuideArticles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuideArticles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutsourcingTypes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Acronym = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false, collation: "NOCASE"),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutsourcingTypes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ServiceLines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceLines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Sources",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false, collation: "NOCASE"),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Description = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sources", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SpellingVariants",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Variant = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Standard = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpellingVariants", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FunctionSynonym",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BusinessFunctionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FunctionSynonym", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FunctionSynonym_BusinessFunctions_BusinessFunctionId",
                        column: x => x.BusinessFunctionId,
                        principalTable: "BusinessFunctions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DepartmentAliases",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DepartmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DepartmentAliases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DepartmentAliases_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FormerSlugs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DepartmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerSlugs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerSlugs_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FunctionOwners",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BusinessFunctionId = table.Column<int>(type: "INTEGER", nullable: false),
                    DepartmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FunctionOwners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FunctionOwners_BusinessFunctions_BusinessFunctionId",
                        column: x => x.BusinessFunctionId,
                        principalTable: "BusinessFunctions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_FunctionOwners_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Responsibilities",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DepartmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false, collation: "NOCASE"),
                    Detail = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Responsibilities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Responsibilities_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SynonymSets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    DepartmentId = table.Column<int>(type: "INTEGER", nullable: true),
                    BusinessFunctionId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SynonymSets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SynonymSets_BusinessFunctions_BusinessFunctionId",
                        column: x => x.BusinessFunctionId,
                        principalTable: "BusinessFunctions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_SynonymSets_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "OutsourcingTypeDepartment",
                columns: table => new
                {
                    OutsourcingTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    DepartmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutsourcingTypeDepartment", x => new { x.OutsourcingTypeId, x.DepartmentId });
                    table.ForeignKey(
                        name: "FK_OutsourcingTypeDepartment_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OutsourcingTypeDepartment_OutsourcingTypes_OutsourcingTypeId",
                        column: x => x.OutsourcingTypeId,
                        principalTable: "OutsourcingTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OutsourcingTypeSynonym",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OutsourcingTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutsourcingTypeSynonym", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutsourcingTypeSynonym_OutsourcingTypes_OutsourcingTypeId",
                        column: x => x.OutsourcingTypeId,
                        principalTable: "OutsourcingTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ServiceLineDepartment",
                columns: table => new
                {
                    ServiceLineId = table.Column<int>(type: "INTEGER", nullable: false),
                    DepartmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceLineDepartment", x => new { x.ServiceLineId, x.DepartmentId });
                    table.ForeignKey(
                        name: "FK_ServiceLineDepartment_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ServiceLineDepartment_ServiceLines_ServiceLineId",
                        column: x => x.ServiceLineId,
                        principalTable: "ServiceLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DepartmentOfficeSource",
                columns: table => new
                {
                    Department1Id = table.Column<int>(type: "INTEGER", nullable: false),
                    OfficeSourcesId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DepartmentOfficeSource", x => new { x.Department1Id, x.OfficeSourcesId });
                    table.ForeignKey(
                        name: "FK_DepartmentOfficeSource_Departments_Department1Id",
                        column: x => x.Department1Id,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DepartmentOfficeSource_Sources_OfficeSourcesId",
                        column: x => x.OfficeSourcesId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DepartmentSource",
                columns: table => new
                {
                    DepartmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourcesId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DepartmentSource", x => new { x.DepartmentId, x.SourcesId });
                    table.ForeignKey(
                        name: "FK_DepartmentSource_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DepartmentSource_Sources_SourcesId",
                        column: x => x.SourcesId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GuideArticleSource",
                columns: table => new
                {
                    GuideArticleId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourcesId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuideArticleSource", x => new { x.GuideArticleId, x.SourcesId });
                    table.ForeignKey(
                        name: "FK_GuideArticleSource_GuideArticles_GuideArticleId",
                        column: x => x.GuideArticleId,
                        principalTable: "GuideArticles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_GuideArticleSource_Sources_SourcesId",
                        column: x => x.SourcesId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OutsourcingTypeSource",
                columns: table => new
                {
                    OutsourcingTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourcesId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutsourcingTypeSource", x => new { x.OutsourcingTypeId, x.SourcesId });
                    table.ForeignKey(
                        name: "FK_OutsourcingTypeSource_OutsourcingTypes_OutsourcingTypeId",
                        column: x => x.OutsourcingTypeId,
                        principalTable: "OutsourcingTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OutsourcingTypeSource_Sources_SourcesId",
                        column: x => x.SourcesId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ServiceLineSource",
                columns: table => new
                {
                    ServiceLineId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourcesId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceLineSource", x => new { x.ServiceLineId, x.SourcesId });
                    table.ForeignKey(
                        name: "FK_ServiceLineSource_ServiceLines_ServiceLineId",
                        column: x => x.ServiceLineId,
                        principalTable: "ServiceLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ServiceLineSource_Sources_SourcesId",
                        column: x => x.SourcesId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DepartmentAliasSource",
                columns: table => new
                {
                    DepartmentAliasId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourcesId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DepartmentAliasSource", x => new { x.DepartmentAliasId, x.SourcesId });
                    table.ForeignKey(
                        name: "FK_DepartmentAliasSource_DepartmentAliases_DepartmentAliasId",
                        column: x => x.DepartmentAliasId,
                        principalTable: "DepartmentAliases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DepartmentAliasSource_Sources_SourcesId",
                        column: x => x.SourcesId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FunctionOwnerSource",
                columns: table => new
                {
                    FunctionOwnerId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourcesId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FunctionOwnerSource", x => new { x.FunctionOwnerId, x.SourcesId });
                    table.ForeignKey(
                        name: "FK_FunctionOwnerSource_FunctionOwners_FunctionOwnerId",
                        column: x => x.FunctionOwnerId,
                        principalTable: "FunctionOwners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_FunctionOwnerSource_Sources_SourcesId",
                        column: x => x.SourcesId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ResponsibilitySource",
                columns: table => new
                {
                    ResponsibilityId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourcesId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResponsibilitySource", x => new { x.ResponsibilityId, x.SourcesId });
                    table.ForeignKey(
                        name: "FK_ResponsibilitySource_Responsibilities_ResponsibilityId",
                        column: x => x.ResponsibilityId,
                        principalTable: "Responsibilities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ResponsibilitySource_Sources_SourcesId",
                        column: x => x.SourcesId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SynonymMember",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SynonymSetId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SynonymMember", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SynonymMember_SynonymSets_SynonymSetId",
                        column: x => x.SynonymSetId,
                        principalTable: "SynonymSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BusinessFunctions_Name",
                table: "BusinessFunctions",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BusinessFunctions_Slug",
                table: "BusinessFunctions",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentAliasSource_SourcesId",
                table: "DepartmentAliasSource",
                column: "SourcesId");

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentAliases_DepartmentId",
                table: "DepartmentAliases",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentAliases_Name",
                table: "DepartmentAliases",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentOfficeSource_OfficeSourcesId",
                table: "DepartmentOfficeSource",
                column: "OfficeSourcesId");

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentSource_SourcesId",
                table: "DepartmentSource",
                column: "SourcesId");

            migrationBuilder.CreateIndex(
                name: "IX_Departments_Name",
                table: "Departments",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Departments_ParentId",
                table: "Departments",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Departments_Slug",
                table: "Departments",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Departments_UpdatedAt",
                table: "Departments",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_FormerSlugs_DepartmentId",
                table: "FormerSlugs",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerSlugs_Slug",
                table: "FormerSlugs",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FunctionOwnerSource_SourcesId",
                table: "FunctionOwnerSource",
                column: "SourcesId");

            migrationBuilder.CreateIndex(
                name: "IX_FunctionOwners_BusinessFunctionId_DepartmentId",
                table: "FunctionOwners",
                columns: new[] { "BusinessFunctionId", "DepartmentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FunctionOwners_DepartmentId_Rank",
                table: "FunctionOwners",
                columns: new[] { "DepartmentId", "Rank" });

            migrationBuilder.CreateIndex(
                name: "IX_FunctionSynonym_BusinessFunctionId_Text",
                table: "FunctionSynonym",
                columns: new[] { "BusinessFunctionId", "Text" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GuideArticleSource_SourcesId",
                table: "GuideArticleSource",
                column: "SourcesId");

            migrationBuilder.CreateIndex(
                name: "IX_GuideArticles_Slug",
                table: "GuideArticles",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GuideArticles_Title",
                table: "GuideArticles",
                column: "Title",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutsourcingTypeDepartment_DepartmentId",
                table: "OutsourcingTypeDepartment",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_OutsourcingTypeSource_SourcesId",
                table: "OutsourcingTypeSource",
                column: "SourcesId");

            migrationBuilder.CreateIndex(
                name: "IX_OutsourcingTypeSynonym_OutsourcingTypeId_Text",
                table: "OutsourcingTypeSynonym",
                columns: new[] { "OutsourcingTypeId", "Text" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutsourcingTypes_Acronym",
                table: "OutsourcingTypes",
                column: "Acronym",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutsourcingTypes_Name",
                table: "OutsourcingTypes",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutsourcingTypes_Slug",
                table: "OutsourcingTypes",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Responsibilities_DepartmentId_Text",
                table: "Responsibilities",
                columns: new[] { "DepartmentId", "Text" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ResponsibilitySource_SourcesId",
                table: "ResponsibilitySource",
                column: "SourcesId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceLineDepartment_DepartmentId",
                table: "ServiceLineDepartment",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceLineSource_SourcesId",
                table: "ServiceLineSource",
                column: "SourcesId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceLines_Name",
                table: "ServiceLines",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ServiceLines_Slug",
                table: "ServiceLines",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sources_Code",
                table: "Sources",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sources_Slug",
                table: "Sources",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sources_Title",
                table: "Sources",
                column: "Title",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SpellingVariants_Variant",
                table: "SpellingVariants",
                column: "Variant",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SynonymMember_SynonymSetId_Text",
                table: "SynonymMember",
                columns: new[] { "SynonymSetId", "Text" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SynonymSets_BusinessFunctionId",
                table: "SynonymSets",
                column: "BusinessFunctionId");

            migrationBuilder.CreateIndex(
                name: "IX_SynonymSets_DepartmentId",
                table: "SynonymSets",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_SynonymSets_Name",
                table: "SynonymSets",
                column: "Name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DepartmentAliasSource");

            migrationBuilder.DropTable(
                name: "DepartmentOfficeSource");

            migrationBuilder.DropTable(
                name: "DepartmentSource");

            migrationBuilder.DropTable(
                name: "FormerSlugs");

            migrationBuilder.DropTable(
                name: "FunctionOwnerSource");

            migrationBuilder.DropTable(
                name: "FunctionSynonym");

            migrationBuilder.DropTable(
                name: "GuideArticleSource");

            migrationBuilder.DropTable(
                name: "OutsourcingTypeDepartment");

            migrationBuilder.DropTable(
                name: "OutsourcingTypeSource");

            migrationBuilder.DropTable(
                name: "OutsourcingTypeSynonym");

            migrationBuilder.DropTable(
                name: "ResponsibilitySource");

            migrationBuilder.DropTable(
                name: "ServiceLineDepartment");

            migrationBuilder.DropTable(
                name: "ServiceLineSource");

            migrationBuilder.DropTable(
                name: "SpellingVariants");

            migrationBuilder.DropTable(
                name: "SynonymMember");

            migrationBuilder.DropTable(
                name: "DepartmentAliases");

            migrationBuilder.DropTable(
                name: "FunctionOwners");

            migrationBuilder.DropTable(
                name: "GuideArticles");

            migrationBuilder.DropTable(
                name: "OutsourcingTypes");

            migrationBuilder.DropTable(
                name: "Responsibilities");

            migrationBuilder.DropTable(
                name: "ServiceLines");

            migrationBuilder.DropTable(
                name: "Sources");

            migrationBuilder.DropTable(
                name: "SynonymSets");

            migrationBuilder.DropTable(
                name: "BusinessFunctions");

            migrationBuilder.DropTable(
                name: "Departments");
        }
    }
}
