package org.ninetyten.events.policy;

/** What a clause is about, and what a post is reported for. */
public enum Category {
    OPERATIONAL_DISCLOSURE,
    PERSONAL_DATA,
    CONFIDENTIALITY,
    OFFENSIVE_CONTENT,
    HARASSMENT,
    POLITICAL,
    ENDORSEMENT,
    OFF_PURPOSE,
    ACCOUNT_SECURITY,
    COPYRIGHT,
    IMPARTIALITY,
    OTHER
}
