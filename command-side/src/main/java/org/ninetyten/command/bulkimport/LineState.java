package org.ninetyten.command.bulkimport;

/** How it stands with a line; in a dry run, how it would. */
enum LineState {
    WAITING,
    /** Something was recorded. */
    DONE,
    /** It was so already. */
    UNCHANGED,
    REFUSED
}
