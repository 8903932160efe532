-- What the model cannot say: the search index, and tables whose rows stay as they were written.

-- The search index: the words of all departments, and the packed passages of each (see Search/Storage).
CREATE TABLE DepartmentIndexWords (Id INTEGER PRIMARY KEY, Word TEXT NOT NULL UNIQUE);
CREATE TABLE DepartmentIndex (DepartmentId INTEGER PRIMARY KEY, Revision INTEGER NOT NULL, Passages BLOB NOT NULL);
CREATE INDEX IX_DepartmentIndex_Revision ON DepartmentIndex (Revision);

-- Search by meaning: the vectors of texts, each once, by a hash of the text and the model.
CREATE TABLE PassageVectors (Key TEXT PRIMARY KEY, Vector BLOB NOT NULL) WITHOUT ROWID;

-- Revisions are only ever added.
CREATE TRIGGER Revisions_are_not_changed BEFORE UPDATE ON Revisions
BEGIN SELECT RAISE(ABORT, 'A revision is never changed.'); END;
CREATE TRIGGER Revisions_are_not_deleted BEFORE DELETE ON Revisions
BEGIN SELECT RAISE(ABORT, 'A revision is never deleted.'); END;

-- So are the entries of the audit. REPLACE would delete one without firing the trigger for that.
CREATE TRIGGER AuditEntries_are_not_changed BEFORE UPDATE ON AuditEntries
BEGIN SELECT RAISE(ABORT, 'An audit entry is never changed.'); END;
CREATE TRIGGER AuditEntries_are_not_deleted BEFORE DELETE ON AuditEntries
BEGIN SELECT RAISE(ABORT, 'An audit entry is never deleted.'); END;
CREATE TRIGGER AuditEntries_are_not_replaced BEFORE INSERT ON AuditEntries
WHEN EXISTS (SELECT 1 FROM AuditEntries WHERE Id = NEW.Id)
BEGIN SELECT RAISE(ABORT, 'An audit entry is never replaced.'); END;
