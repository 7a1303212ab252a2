package org.ninetyten.command.bulkimport;

/** What the lines of a sheet are about. */
public enum ImportKind {
    OFFICERS,
    ACCOUNTS,
    TRAINING
}
