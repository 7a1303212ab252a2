package org.ninetyten.query.projection;

/**
 * Where projections' rows stand: in the tables that queries are answered from, or in a copy that is being made beside
 * them.
 */
public enum ReadModel {
    LIVE("readmodel"),
    COPY("readmodel_copy");

    private final String schema;

    ReadModel(String schema) {
        this.schema = schema;
    }

    /** The statement about these rows; given as the one about the live ones. */
    public String sql(String live) {
        return this == LIVE ? live : live.replace(LIVE.schema + ".", schema + ".");
    }
}
