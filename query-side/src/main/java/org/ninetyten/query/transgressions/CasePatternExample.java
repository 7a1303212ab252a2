package org.ninetyten.query.transgressions;

/** A {@link CasePattern} as an integrator will see it, of an officer or of an account. */
public final class CasePatternExample {

    public static final String JSON = """
            {
              "breachesByIntent": {"GENUINE_MISTAKE": 1},
              "learned": [
                {
                  "transgressionId": "harbour-photo",
                  "response": "COACHING",
                  "completedOn": "2026-03-06",
                  "note": "Went through what may be seen in the background of a photograph.",
                  "reference": "amina-2026-03"
                }
              ],
              "openCases": [{"transgressionId": "harbour-parade", "state": "NOTIFIED"}]
            }
            """;

    private CasePatternExample() {}
}
