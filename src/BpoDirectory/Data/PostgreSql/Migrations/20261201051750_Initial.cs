using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace BpoDirectory.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:citext", ",,");

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    displayname = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    displaynamekey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    isdisabled = table.Column<bool>(type: "boolean", nullable: false),
                    createdat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    invitedbyid = table.Column<int>(type: "integer", nullable: true),
                    username = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    normalizedusername = table.Column<string>(type: "citext", maxLength: 100, nullable: false, collation: "C"),
                    passwordhash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    securitystamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    concurrencystamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    lockoutend = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockoutenabled = table.Column<bool>(type: "boolean", nullable: false),
                    accessfailedcount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.id);
                    table.ForeignKey(
                        name: "FK_accounts_accounts_invitedbyid",
                        column: x => x.invitedbyid,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "auditentries",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    actorid = table.Column<int>(type: "integer", nullable: true),
                    actorname = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    subjectkey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    detail = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_auditentries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "businessfunctions",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "citext", maxLength: 100, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    namekey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    situations = table.Column<List<string>>(type: "text[]", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    updatedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    isarchived = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_businessfunctions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "clients",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    updatedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    isarchived = table.Column<bool>(type: "boolean", nullable: false),
                    slug = table.Column<string>(type: "citext", maxLength: 100, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    namekey = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clients", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "directorysettings",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    savedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    savedby = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    content = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directorysettings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "formerslugs",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    entrytype = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    entryid = table.Column<int>(type: "integer", nullable: false),
                    slug = table.Column<string>(type: "citext", maxLength: 100, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_formerslugs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "guidearticles",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "citext", maxLength: 100, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    titlekey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    summary = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    updatedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    isarchived = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guidearticles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "languages",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tag = table.Column<string>(type: "citext", maxLength: 100, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_languages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "logos",
                columns: table => new
                {
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    contenttype = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_logos", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "mistakereports",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    page = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    entrytype = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    entryid = table.Column<int>(type: "integer", nullable: true),
                    field = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    isproposal = table.Column<bool>(type: "boolean", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    credit = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    sentat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    closedby = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    closedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mistakereports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outsourcingtypes",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "citext", maxLength: 100, nullable: false, collation: "C"),
                    acronym = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    acronymkey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    namekey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    summary = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    updatedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    isarchived = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outsourcingtypes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "partners",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    website = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    updatedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    isarchived = table.Column<bool>(type: "boolean", nullable: false),
                    slug = table.Column<string>(type: "citext", maxLength: 100, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    namekey = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    position = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    email = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    phone = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    hasleft = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    updatedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    isarchived = table.Column<bool>(type: "boolean", nullable: false),
                    slug = table.Column<string>(type: "citext", maxLength: 100, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    namekey = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "searchwordings",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    outcome = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    iswhole = table.Column<bool>(type: "boolean", nullable: false),
                    isdismissed = table.Column<bool>(type: "boolean", nullable: false),
                    isapproved = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_searchwordings", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "servicelines",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "citext", maxLength: 100, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    namekey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    summary = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    updatedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    isarchived = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelines", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sites",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true, collation: "C"),
                    timezone = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    updatedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    isarchived = table.Column<bool>(type: "boolean", nullable: false),
                    slug = table.Column<string>(type: "citext", maxLength: 100, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    namekey = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sites", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "citext", maxLength: 10, nullable: false, collation: "C"),
                    slug = table.Column<string>(type: "citext", maxLength: 100, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "citext", maxLength: 100, nullable: false, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sources", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "spellingvariants",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    variant = table.Column<string>(type: "citext", maxLength: 100, nullable: false, collation: "C"),
                    standard = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spellingvariants", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tags",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "citext", maxLength: 100, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    namekey = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tags", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "webhooks",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    secret = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    createdat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    createdby = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    seenrevisionid = table.Column<long>(type: "bigint", nullable: false),
                    failingsince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    stopreason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhooks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "accountidempotentanswers",
                columns: table => new
                {
                    accountid = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    requesthash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    status = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    answeredat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accountidempotentanswers", x => new { x.accountid, x.key });
                    table.ForeignKey(
                        name: "FK_accountidempotentanswers_accounts_accountid",
                        column: x => x.accountid,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accountlinks",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    secrethash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    @for = table.Column<string>(name: "for", type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    accountid = table.Column<int>(type: "integer", nullable: true),
                    createdbyid = table.Column<int>(type: "integer", nullable: true),
                    createdat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expiresat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accountlinks", x => x.id);
                    table.ForeignKey(
                        name: "FK_accountlinks_accounts_accountid",
                        column: x => x.accountid,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_accountlinks_accounts_createdbyid",
                        column: x => x.createdbyid,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accountmailsubscriptions",
                columns: table => new
                {
                    accountid = table.Column<int>(type: "integer", nullable: false),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    pendingaddress = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    pendingsince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    linkdueat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    interval = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    toldrevisionid = table.Column<long>(type: "bigint", nullable: false),
                    toldat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    nextat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accountmailsubscriptions", x => x.accountid);
                    table.ForeignKey(
                        name: "FK_accountmailsubscriptions_accounts_accountid",
                        column: x => x.accountid,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accountpasskeys",
                columns: table => new
                {
                    credentialid = table.Column<byte[]>(type: "bytea", maxLength: 1023, nullable: false),
                    userid = table.Column<int>(type: "integer", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accountpasskeys", x => x.credentialid);
                    table.ForeignKey(
                        name: "FK_accountpasskeys_accounts_userid",
                        column: x => x.userid,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accountsessions",
                columns: table => new
                {
                    secrethash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    accountid = table.Column<int>(type: "integer", nullable: false),
                    createdat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expiresat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accountsessions", x => x.secrethash);
                    table.ForeignKey(
                        name: "FK_accountsessions_accounts_accountid",
                        column: x => x.accountid,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounttokens",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    accountid = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    secrethash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    createdat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expiresat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revokedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounttokens", x => x.id);
                    table.ForeignKey(
                        name: "FK_accounttokens_accounts_accountid",
                        column: x => x.accountid,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    accountid = table.Column<int>(type: "integer", nullable: false),
                    entrytype = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    entryid = table.Column<int>(type: "integer", nullable: false),
                    form = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    baseversion = table.Column<int>(type: "integer", nullable: false),
                    @base = table.Column<string>(name: "base", type: "text", nullable: false, collation: "C"),
                    content = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    pendinginput = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    savedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drafts", x => x.id);
                    table.ForeignKey(
                        name: "FK_drafts_accounts_accountid",
                        column: x => x.accountid,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notedrafts",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    accountid = table.Column<int>(type: "integer", nullable: false),
                    entrytype = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    entryid = table.Column<int>(type: "integer", nullable: false),
                    action = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    savedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notedrafts", x => x.id);
                    table.ForeignKey(
                        name: "FK_notedrafts_accounts_accountid",
                        column: x => x.accountid,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "provideridentities",
                columns: table => new
                {
                    issuer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    accountid = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_provideridentities", x => new { x.issuer, x.subject });
                    table.ForeignKey(
                        name: "FK_provideridentities_accounts_accountid",
                        column: x => x.accountid,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "revisions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    entrytype = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    entryid = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    savedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    accountid = table.Column<int>(type: "integer", nullable: true),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    action = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    snapshot = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    istakenover = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revisions", x => x.id);
                    table.ForeignKey(
                        name: "FK_revisions_accounts_accountid",
                        column: x => x.accountid,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tableimports",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    accountid = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    entrytype = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    filename = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    storedas = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    createdat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    options = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    appliedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    added = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    undoneat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tableimports", x => x.id);
                    table.ForeignKey(
                        name: "FK_tableimports_accounts_accountid",
                        column: x => x.accountid,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "watches",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    accountid = table.Column<int>(type: "integer", nullable: false),
                    entrytype = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    entryid = table.Column<int>(type: "integer", nullable: true),
                    seenrevisionid = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_watches", x => x.id);
                    table.ForeignKey(
                        name: "FK_watches_accounts_accountid",
                        column: x => x.accountid,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "functionsynonym",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    businessfunctionid = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    textkey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rank = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_functionsynonym", x => x.id);
                    table.ForeignKey(
                        name: "FK_functionsynonym_businessfunctions_businessfunctionid",
                        column: x => x.businessfunctionid,
                        principalTable: "businessfunctions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outsourcingtypesynonym",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    outsourcingtypeid = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    textkey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rank = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outsourcingtypesynonym", x => x.id);
                    table.ForeignKey(
                        name: "FK_outsourcingtypesynonym_outsourcingtypes_outsourcingtypeid",
                        column: x => x.outsourcingtypeid,
                        principalTable: "outsourcingtypes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "departments",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "citext", maxLength: 100, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    namekey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    summary = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    icon = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    office = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    officebasis = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    officereason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    side = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    timezone = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    isalwaysopen = table.Column<bool>(type: "boolean", nullable: false),
                    hoursnote = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    delivery = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    partnerid = table.Column<int>(type: "integer", nullable: true),
                    contractowner = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    parentid = table.Column<int>(type: "integer", nullable: true),
                    successorid = table.Column<int>(type: "integer", nullable: true),
                    reviewedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    keeperid = table.Column<int>(type: "integer", nullable: true),
                    reviewintervaldays = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    updatedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    isarchived = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departments", x => x.id);
                    table.ForeignKey(
                        name: "FK_departments_accounts_keeperid",
                        column: x => x.keeperid,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_departments_departments_parentid",
                        column: x => x.parentid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_departments_departments_successorid",
                        column: x => x.successorid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_departments_partners_partnerid",
                        column: x => x.partnerid,
                        principalTable: "partners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "searchcounts",
                columns: table => new
                {
                    wordingkey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    unanswered = table.Column<int>(type: "integer", nullable: false),
                    shown = table.Column<int>(type: "integer", nullable: false),
                    opened = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_searchcounts", x => new { x.wordingkey, x.day });
                    table.ForeignKey(
                        name: "FK_searchcounts_searchwordings_wordingkey",
                        column: x => x.wordingkey,
                        principalTable: "searchwordings",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "guidearticlesource",
                columns: table => new
                {
                    guidearticleid = table.Column<int>(type: "integer", nullable: false),
                    sourcesid = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guidearticlesource", x => new { x.guidearticleid, x.sourcesid });
                    table.ForeignKey(
                        name: "FK_guidearticlesource_guidearticles_guidearticleid",
                        column: x => x.guidearticleid,
                        principalTable: "guidearticles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_guidearticlesource_sources_sourcesid",
                        column: x => x.sourcesid,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outsourcingtypesource",
                columns: table => new
                {
                    outsourcingtypeid = table.Column<int>(type: "integer", nullable: false),
                    sourcesid = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outsourcingtypesource", x => new { x.outsourcingtypeid, x.sourcesid });
                    table.ForeignKey(
                        name: "FK_outsourcingtypesource_outsourcingtypes_outsourcingtypeid",
                        column: x => x.outsourcingtypeid,
                        principalTable: "outsourcingtypes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_outsourcingtypesource_sources_sourcesid",
                        column: x => x.sourcesid,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "servicelinesource",
                columns: table => new
                {
                    servicelineid = table.Column<int>(type: "integer", nullable: false),
                    sourcesid = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelinesource", x => new { x.servicelineid, x.sourcesid });
                    table.ForeignKey(
                        name: "FK_servicelinesource_servicelines_servicelineid",
                        column: x => x.servicelineid,
                        principalTable: "servicelines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_servicelinesource_sources_sourcesid",
                        column: x => x.sourcesid,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "webhookdeliveries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    webhookid = table.Column<int>(type: "integer", nullable: false),
                    messageid = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    @event = table.Column<string>(name: "event", type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    createdat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    dueat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    endedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhookdeliveries", x => x.id);
                    table.ForeignKey(
                        name: "FK_webhookdeliveries_webhooks_webhookid",
                        column: x => x.webhookid,
                        principalTable: "webhooks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tableimportentries",
                columns: table => new
                {
                    tableimportid = table.Column<int>(type: "integer", nullable: false),
                    entryid = table.Column<int>(type: "integer", nullable: false),
                    versionbefore = table.Column<int>(type: "integer", nullable: false),
                    versionafter = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tableimportentries", x => new { x.tableimportid, x.entryid });
                    table.ForeignKey(
                        name: "FK_tableimportentries_tableimports_tableimportid",
                        column: x => x.tableimportid,
                        principalTable: "tableimports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "departmentaliases",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    departmentid = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    namekey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rank = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departmentaliases", x => x.id);
                    table.ForeignKey(
                        name: "FK_departmentaliases_departments_departmentid",
                        column: x => x.departmentid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "departmentchannels",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    departmentid = table.Column<int>(type: "integer", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    value = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    label = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    businessfunctionid = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departmentchannels", x => x.id);
                    table.ForeignKey(
                        name: "FK_departmentchannels_businessfunctions_businessfunctionid",
                        column: x => x.businessfunctionid,
                        principalTable: "businessfunctions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_departmentchannels_departments_departmentid",
                        column: x => x.departmentid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "departmentclient",
                columns: table => new
                {
                    clientsid = table.Column<int>(type: "integer", nullable: false),
                    departmentsid = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departmentclient", x => new { x.clientsid, x.departmentsid });
                    table.ForeignKey(
                        name: "FK_departmentclient_clients_clientsid",
                        column: x => x.clientsid,
                        principalTable: "clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_departmentclient_departments_departmentsid",
                        column: x => x.departmentsid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "departmentlanguage",
                columns: table => new
                {
                    departmentid = table.Column<int>(type: "integer", nullable: false),
                    languagesid = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departmentlanguage", x => new { x.departmentid, x.languagesid });
                    table.ForeignKey(
                        name: "FK_departmentlanguage_departments_departmentid",
                        column: x => x.departmentid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_departmentlanguage_languages_languagesid",
                        column: x => x.languagesid,
                        principalTable: "languages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "departmentlinks",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    departmentid = table.Column<int>(type: "integer", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    label = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departmentlinks", x => x.id);
                    table.ForeignKey(
                        name: "FK_departmentlinks_departments_departmentid",
                        column: x => x.departmentid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "departmentofficesource",
                columns: table => new
                {
                    department1id = table.Column<int>(type: "integer", nullable: false),
                    officesourcesid = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departmentofficesource", x => new { x.department1id, x.officesourcesid });
                    table.ForeignKey(
                        name: "FK_departmentofficesource_departments_department1id",
                        column: x => x.department1id,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_departmentofficesource_sources_officesourcesid",
                        column: x => x.officesourcesid,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "departmentpeople",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    departmentid = table.Column<int>(type: "integer", nullable: false),
                    personid = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departmentpeople", x => x.id);
                    table.ForeignKey(
                        name: "FK_departmentpeople_departments_departmentid",
                        column: x => x.departmentid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_departmentpeople_people_personid",
                        column: x => x.personid,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "departmentsite",
                columns: table => new
                {
                    departmentsid = table.Column<int>(type: "integer", nullable: false),
                    sitesid = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departmentsite", x => new { x.departmentsid, x.sitesid });
                    table.ForeignKey(
                        name: "FK_departmentsite_departments_departmentsid",
                        column: x => x.departmentsid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_departmentsite_sites_sitesid",
                        column: x => x.sitesid,
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "departmentsource",
                columns: table => new
                {
                    departmentid = table.Column<int>(type: "integer", nullable: false),
                    sourcesid = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departmentsource", x => new { x.departmentid, x.sourcesid });
                    table.ForeignKey(
                        name: "FK_departmentsource_departments_departmentid",
                        column: x => x.departmentid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_departmentsource_sources_sourcesid",
                        column: x => x.sourcesid,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "departmenttag",
                columns: table => new
                {
                    departmentid = table.Column<int>(type: "integer", nullable: false),
                    tagsid = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departmenttag", x => new { x.departmentid, x.tagsid });
                    table.ForeignKey(
                        name: "FK_departmenttag_departments_departmentid",
                        column: x => x.departmentid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_departmenttag_tags_tagsid",
                        column: x => x.tagsid,
                        principalTable: "tags",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "escalationsteps",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    departmentid = table.Column<int>(type: "integer", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    When = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    personid = table.Column<int>(type: "integer", nullable: true),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    value = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_escalationsteps", x => x.id);
                    table.ForeignKey(
                        name: "FK_escalationsteps_departments_departmentid",
                        column: x => x.departmentid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_escalationsteps_people_personid",
                        column: x => x.personid,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "functionowners",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    businessfunctionid = table.Column<int>(type: "integer", nullable: false),
                    departmentid = table.Column<int>(type: "integer", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_functionowners", x => x.id);
                    table.ForeignKey(
                        name: "FK_functionowners_businessfunctions_businessfunctionid",
                        column: x => x.businessfunctionid,
                        principalTable: "businessfunctions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_functionowners_departments_departmentid",
                        column: x => x.departmentid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "openingintervals",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    departmentid = table.Column<int>(type: "integer", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    firstday = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    lastday = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    opens = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    closes = table.Column<TimeOnly>(type: "time without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_openingintervals", x => x.id);
                    table.ForeignKey(
                        name: "FK_openingintervals_departments_departmentid",
                        column: x => x.departmentid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outsourcingtypedepartment",
                columns: table => new
                {
                    outsourcingtypeid = table.Column<int>(type: "integer", nullable: false),
                    departmentid = table.Column<int>(type: "integer", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outsourcingtypedepartment", x => new { x.outsourcingtypeid, x.departmentid });
                    table.ForeignKey(
                        name: "FK_outsourcingtypedepartment_departments_departmentid",
                        column: x => x.departmentid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_outsourcingtypedepartment_outsourcingtypes_outsourcingtypeid",
                        column: x => x.outsourcingtypeid,
                        principalTable: "outsourcingtypes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "responsibilities",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    departmentid = table.Column<int>(type: "integer", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "citext", maxLength: 500, nullable: false, collation: "C"),
                    detail = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responsibilities", x => x.id);
                    table.ForeignKey(
                        name: "FK_responsibilities_departments_departmentid",
                        column: x => x.departmentid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    departmentid = table.Column<int>(type: "integer", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    measure = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    target = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels", x => x.id);
                    table.ForeignKey(
                        name: "FK_servicelevels_departments_departmentid",
                        column: x => x.departmentid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "servicelinedepartment",
                columns: table => new
                {
                    servicelineid = table.Column<int>(type: "integer", nullable: false),
                    departmentid = table.Column<int>(type: "integer", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelinedepartment", x => new { x.servicelineid, x.departmentid });
                    table.ForeignKey(
                        name: "FK_servicelinedepartment_departments_departmentid",
                        column: x => x.departmentid,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_servicelinedepartment_servicelines_servicelineid",
                        column: x => x.servicelineid,
                        principalTable: "servicelines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "synonymsets",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    namekey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    departmentid = table.Column<int>(type: "integer", nullable: true),
                    businessfunctionid = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    updatedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    isarchived = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_synonymsets", x => x.id);
                    table.ForeignKey(
                        name: "FK_synonymsets_businessfunctions_businessfunctionid",
                        column: x => x.businessfunctionid,
                        principalTable: "businessfunctions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_synonymsets_departments_departmentid",
                        column: x => x.departmentid,
                        principalTable: "departments",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "departmentaliassource",
                columns: table => new
                {
                    departmentaliasid = table.Column<int>(type: "integer", nullable: false),
                    sourcesid = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departmentaliassource", x => new { x.departmentaliasid, x.sourcesid });
                    table.ForeignKey(
                        name: "FK_departmentaliassource_departmentaliases_departmentaliasid",
                        column: x => x.departmentaliasid,
                        principalTable: "departmentaliases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_departmentaliassource_sources_sourcesid",
                        column: x => x.sourcesid,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "functionownersource",
                columns: table => new
                {
                    functionownerid = table.Column<int>(type: "integer", nullable: false),
                    sourcesid = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_functionownersource", x => new { x.functionownerid, x.sourcesid });
                    table.ForeignKey(
                        name: "FK_functionownersource_functionowners_functionownerid",
                        column: x => x.functionownerid,
                        principalTable: "functionowners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_functionownersource_sources_sourcesid",
                        column: x => x.sourcesid,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "responsibilitysource",
                columns: table => new
                {
                    responsibilityid = table.Column<int>(type: "integer", nullable: false),
                    sourcesid = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responsibilitysource", x => new { x.responsibilityid, x.sourcesid });
                    table.ForeignKey(
                        name: "FK_responsibilitysource_responsibilities_responsibilityid",
                        column: x => x.responsibilityid,
                        principalTable: "responsibilities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_responsibilitysource_sources_sourcesid",
                        column: x => x.sourcesid,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "synonymmember",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    synonymsetid = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    textkey = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_synonymmember", x => x.id);
                    table.ForeignKey(
                        name: "FK_synonymmember_synonymsets_synonymsetid",
                        column: x => x.synonymsetid,
                        principalTable: "synonymsets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accountidempotentanswers_answeredat",
                table: "accountidempotentanswers",
                column: "answeredat");

            migrationBuilder.CreateIndex(
                name: "IX_accountlinks_accountid",
                table: "accountlinks",
                column: "accountid");

            migrationBuilder.CreateIndex(
                name: "IX_accountlinks_createdbyid",
                table: "accountlinks",
                column: "createdbyid");

            migrationBuilder.CreateIndex(
                name: "IX_accountlinks_secrethash",
                table: "accountlinks",
                column: "secrethash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accountmailsubscriptions_nextat",
                table: "accountmailsubscriptions",
                column: "nextat");

            migrationBuilder.CreateIndex(
                name: "IX_accountpasskeys_userid",
                table: "accountpasskeys",
                column: "userid");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_invitedbyid",
                table: "accounts",
                column: "invitedbyid");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "accounts",
                column: "normalizedusername",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accountsessions_accountid",
                table: "accountsessions",
                column: "accountid");

            migrationBuilder.CreateIndex(
                name: "IX_accounttokens_accountid",
                table: "accounttokens",
                column: "accountid");

            migrationBuilder.CreateIndex(
                name: "IX_accounttokens_secrethash",
                table: "accounttokens",
                column: "secrethash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_auditentries_at",
                table: "auditentries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_businessfunctions_namekey",
                table: "businessfunctions",
                column: "namekey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_businessfunctions_slug",
                table: "businessfunctions",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_clients_namekey",
                table: "clients",
                column: "namekey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_clients_slug",
                table: "clients",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_departmentaliases_departmentid",
                table: "departmentaliases",
                column: "departmentid");

            migrationBuilder.CreateIndex(
                name: "IX_departmentaliases_namekey",
                table: "departmentaliases",
                column: "namekey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_departmentaliassource_sourcesid",
                table: "departmentaliassource",
                column: "sourcesid");

            migrationBuilder.CreateIndex(
                name: "IX_departmentchannels_businessfunctionid",
                table: "departmentchannels",
                column: "businessfunctionid");

            migrationBuilder.CreateIndex(
                name: "IX_departmentchannels_departmentid",
                table: "departmentchannels",
                column: "departmentid");

            migrationBuilder.CreateIndex(
                name: "IX_departmentclient_departmentsid",
                table: "departmentclient",
                column: "departmentsid");

            migrationBuilder.CreateIndex(
                name: "IX_departmentlanguage_languagesid",
                table: "departmentlanguage",
                column: "languagesid");

            migrationBuilder.CreateIndex(
                name: "IX_departmentlinks_departmentid",
                table: "departmentlinks",
                column: "departmentid");

            migrationBuilder.CreateIndex(
                name: "IX_departmentofficesource_officesourcesid",
                table: "departmentofficesource",
                column: "officesourcesid");

            migrationBuilder.CreateIndex(
                name: "IX_departmentpeople_departmentid",
                table: "departmentpeople",
                column: "departmentid");

            migrationBuilder.CreateIndex(
                name: "IX_departmentpeople_personid",
                table: "departmentpeople",
                column: "personid");

            migrationBuilder.CreateIndex(
                name: "IX_Departments_Names",
                table: "departments",
                columns: new[] { "id", "isarchived", "slug", "name" });

            migrationBuilder.CreateIndex(
                name: "IX_departments_keeperid",
                table: "departments",
                column: "keeperid");

            migrationBuilder.CreateIndex(
                name: "IX_departments_namekey",
                table: "departments",
                column: "namekey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_departments_parentid",
                table: "departments",
                column: "parentid");

            migrationBuilder.CreateIndex(
                name: "IX_departments_partnerid",
                table: "departments",
                column: "partnerid");

            migrationBuilder.CreateIndex(
                name: "IX_departments_slug",
                table: "departments",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_departments_successorid",
                table: "departments",
                column: "successorid");

            migrationBuilder.CreateIndex(
                name: "IX_departments_updatedat",
                table: "departments",
                column: "updatedat");

            migrationBuilder.CreateIndex(
                name: "IX_departmentsite_sitesid",
                table: "departmentsite",
                column: "sitesid");

            migrationBuilder.CreateIndex(
                name: "IX_departmentsource_sourcesid",
                table: "departmentsource",
                column: "sourcesid");

            migrationBuilder.CreateIndex(
                name: "IX_departmenttag_tagsid",
                table: "departmenttag",
                column: "tagsid");

            migrationBuilder.CreateIndex(
                name: "IX_drafts_accountid_entrytype_entryid_form",
                table: "drafts",
                columns: new[] { "accountid", "entrytype", "entryid", "form" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_escalationsteps_departmentid",
                table: "escalationsteps",
                column: "departmentid");

            migrationBuilder.CreateIndex(
                name: "IX_escalationsteps_personid",
                table: "escalationsteps",
                column: "personid");

            migrationBuilder.CreateIndex(
                name: "IX_formerslugs_entrytype_entryid",
                table: "formerslugs",
                columns: new[] { "entrytype", "entryid" });

            migrationBuilder.CreateIndex(
                name: "IX_formerslugs_entrytype_slug",
                table: "formerslugs",
                columns: new[] { "entrytype", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_functionowners_businessfunctionid_departmentid",
                table: "functionowners",
                columns: new[] { "businessfunctionid", "departmentid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_functionowners_businessfunctionid_rank_departmentid",
                table: "functionowners",
                columns: new[] { "businessfunctionid", "rank", "departmentid" });

            migrationBuilder.CreateIndex(
                name: "IX_functionowners_departmentid_rank_businessfunctionid",
                table: "functionowners",
                columns: new[] { "departmentid", "rank", "businessfunctionid" });

            migrationBuilder.CreateIndex(
                name: "IX_functionownersource_sourcesid",
                table: "functionownersource",
                column: "sourcesid");

            migrationBuilder.CreateIndex(
                name: "IX_functionsynonym_businessfunctionid_textkey",
                table: "functionsynonym",
                columns: new[] { "businessfunctionid", "textkey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_guidearticles_slug",
                table: "guidearticles",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_guidearticles_titlekey",
                table: "guidearticles",
                column: "titlekey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_guidearticlesource_sourcesid",
                table: "guidearticlesource",
                column: "sourcesid");

            migrationBuilder.CreateIndex(
                name: "IX_languages_tag",
                table: "languages",
                column: "tag",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mistakereports_outcome_sentat",
                table: "mistakereports",
                columns: new[] { "outcome", "sentat" });

            migrationBuilder.CreateIndex(
                name: "IX_notedrafts_accountid_entrytype_entryid_action",
                table: "notedrafts",
                columns: new[] { "accountid", "entrytype", "entryid", "action" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_openingintervals_departmentid",
                table: "openingintervals",
                column: "departmentid");

            migrationBuilder.CreateIndex(
                name: "IX_outsourcingtypedepartment_departmentid",
                table: "outsourcingtypedepartment",
                column: "departmentid");

            migrationBuilder.CreateIndex(
                name: "IX_outsourcingtypes_acronymkey",
                table: "outsourcingtypes",
                column: "acronymkey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outsourcingtypes_namekey",
                table: "outsourcingtypes",
                column: "namekey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outsourcingtypes_slug",
                table: "outsourcingtypes",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outsourcingtypesource_sourcesid",
                table: "outsourcingtypesource",
                column: "sourcesid");

            migrationBuilder.CreateIndex(
                name: "IX_outsourcingtypesynonym_outsourcingtypeid_textkey",
                table: "outsourcingtypesynonym",
                columns: new[] { "outsourcingtypeid", "textkey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_partners_namekey",
                table: "partners",
                column: "namekey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_partners_slug",
                table: "partners",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_namekey",
                table: "people",
                column: "namekey");

            migrationBuilder.CreateIndex(
                name: "IX_people_slug",
                table: "people",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_provideridentities_accountid",
                table: "provideridentities",
                column: "accountid");

            migrationBuilder.CreateIndex(
                name: "IX_responsibilities_departmentid_text",
                table: "responsibilities",
                columns: new[] { "departmentid", "text" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_responsibilitysource_sourcesid",
                table: "responsibilitysource",
                column: "sourcesid");

            migrationBuilder.CreateIndex(
                name: "IX_revisions_accountid",
                table: "revisions",
                column: "accountid");

            migrationBuilder.CreateIndex(
                name: "IX_revisions_entrytype_entryid_number",
                table: "revisions",
                columns: new[] { "entrytype", "entryid", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_searchcounts_day",
                table: "searchcounts",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "IX_searchwordings_outcome",
                table: "searchwordings",
                column: "outcome");

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_departmentid",
                table: "servicelevels",
                column: "departmentid");

            migrationBuilder.CreateIndex(
                name: "IX_servicelinedepartment_departmentid",
                table: "servicelinedepartment",
                column: "departmentid");

            migrationBuilder.CreateIndex(
                name: "IX_servicelines_namekey",
                table: "servicelines",
                column: "namekey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_servicelines_slug",
                table: "servicelines",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_servicelinesource_sourcesid",
                table: "servicelinesource",
                column: "sourcesid");

            migrationBuilder.CreateIndex(
                name: "IX_sites_namekey",
                table: "sites",
                column: "namekey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sites_slug",
                table: "sites",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sources_code",
                table: "sources",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sources_slug",
                table: "sources",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sources_title",
                table: "sources",
                column: "title",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_spellingvariants_variant",
                table: "spellingvariants",
                column: "variant",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_synonymmember_synonymsetid_textkey",
                table: "synonymmember",
                columns: new[] { "synonymsetid", "textkey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_synonymsets_businessfunctionid",
                table: "synonymsets",
                column: "businessfunctionid");

            migrationBuilder.CreateIndex(
                name: "IX_synonymsets_departmentid",
                table: "synonymsets",
                column: "departmentid");

            migrationBuilder.CreateIndex(
                name: "IX_synonymsets_namekey",
                table: "synonymsets",
                column: "namekey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tableimports_accountid",
                table: "tableimports",
                column: "accountid");

            migrationBuilder.CreateIndex(
                name: "IX_tableimports_createdat",
                table: "tableimports",
                column: "createdat");

            migrationBuilder.CreateIndex(
                name: "IX_tags_namekey",
                table: "tags",
                column: "namekey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tags_slug",
                table: "tags",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_watches_accountid_entrytype_entryid",
                table: "watches",
                columns: new[] { "accountid", "entrytype", "entryid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_webhookdeliveries_state_dueat",
                table: "webhookdeliveries",
                columns: new[] { "state", "dueat" });

            migrationBuilder.CreateIndex(
                name: "IX_webhookdeliveries_webhookid_id",
                table: "webhookdeliveries",
                columns: new[] { "webhookid", "id" });

            migrationBuilder.Sql(HandWrittenSql());
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE passagevectors; DROP TABLE departmentindex; DROP TABLE departmentindexwords");

            migrationBuilder.DropTable(
                name: "accountidempotentanswers");

            migrationBuilder.DropTable(
                name: "accountlinks");

            migrationBuilder.DropTable(
                name: "accountmailsubscriptions");

            migrationBuilder.DropTable(
                name: "accountpasskeys");

            migrationBuilder.DropTable(
                name: "accountsessions");

            migrationBuilder.DropTable(
                name: "accounttokens");

            migrationBuilder.DropTable(
                name: "auditentries");

            migrationBuilder.DropTable(
                name: "departmentaliassource");

            migrationBuilder.DropTable(
                name: "departmentchannels");

            migrationBuilder.DropTable(
                name: "departmentclient");

            migrationBuilder.DropTable(
                name: "departmentlanguage");

            migrationBuilder.DropTable(
                name: "departmentlinks");

            migrationBuilder.DropTable(
                name: "departmentofficesource");

            migrationBuilder.DropTable(
                name: "departmentpeople");

            migrationBuilder.DropTable(
                name: "departmentsite");

            migrationBuilder.DropTable(
                name: "departmentsource");

            migrationBuilder.DropTable(
                name: "departmenttag");

            migrationBuilder.DropTable(
                name: "directorysettings");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "escalationsteps");

            migrationBuilder.DropTable(
                name: "formerslugs");

            migrationBuilder.DropTable(
                name: "functionownersource");

            migrationBuilder.DropTable(
                name: "functionsynonym");

            migrationBuilder.DropTable(
                name: "guidearticlesource");

            migrationBuilder.DropTable(
                name: "logos");

            migrationBuilder.DropTable(
                name: "mistakereports");

            migrationBuilder.DropTable(
                name: "notedrafts");

            migrationBuilder.DropTable(
                name: "openingintervals");

            migrationBuilder.DropTable(
                name: "outsourcingtypedepartment");

            migrationBuilder.DropTable(
                name: "outsourcingtypesource");

            migrationBuilder.DropTable(
                name: "outsourcingtypesynonym");

            migrationBuilder.DropTable(
                name: "provideridentities");

            migrationBuilder.DropTable(
                name: "responsibilitysource");

            migrationBuilder.DropTable(
                name: "revisions");

            migrationBuilder.DropTable(
                name: "searchcounts");

            migrationBuilder.DropTable(
                name: "servicelevels");

            migrationBuilder.DropTable(
                name: "servicelinedepartment");

            migrationBuilder.DropTable(
                name: "servicelinesource");

            migrationBuilder.DropTable(
                name: "spellingvariants");

            migrationBuilder.DropTable(
                name: "synonymmember");

            migrationBuilder.DropTable(
                name: "tableimportentries");

            migrationBuilder.DropTable(
                name: "watches");

            migrationBuilder.DropTable(
                name: "webhookdeliveries");

            migrationBuilder.DropTable(
                name: "departmentaliases");

            migrationBuilder.DropTable(
                name: "clients");

            migrationBuilder.DropTable(
                name: "languages");

            migrationBuilder.DropTable(
                name: "sites");

            migrationBuilder.DropTable(
                name: "tags");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "functionowners");

            migrationBuilder.DropTable(
                name: "guidearticles");

            migrationBuilder.DropTable(
                name: "outsourcingtypes");

            migrationBuilder.DropTable(
                name: "responsibilities");

            migrationBuilder.DropTable(
                name: "searchwordings");

            migrationBuilder.DropTable(
                name: "servicelines");

            migrationBuilder.DropTable(
                name: "sources");

            migrationBuilder.DropTable(
                name: "synonymsets");

            migrationBuilder.DropTable(
                name: "tableimports");

            migrationBuilder.DropTable(
                name: "webhooks");

            migrationBuilder.DropTable(
                name: "businessfunctions");

            migrationBuilder.DropTable(
                name: "departments");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "partners");
            migrationBuilder.Sql("DROP FUNCTION refuse; DROP FUNCTION json_each(integer[]); DROP FUNCTION json_each(text[])");
        }

        private static string HandWrittenSql()
        {
            using var file = typeof(Initial).Assembly.GetManifestResourceStream("Data/PostgreSql/Migrations/Initial.sql")!;
            using var reader = new System.IO.StreamReader(file);
            return reader.ReadToEnd();
        }
    }
}
