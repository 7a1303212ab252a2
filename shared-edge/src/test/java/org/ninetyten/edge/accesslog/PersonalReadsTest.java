package org.ninetyten.edge.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ninetyten.edge.caller.AccessTable;

class PersonalReadsTest {

    @Test
    void everyQueryOfTheAccessTableIsNotedOrDeclaredToConcernNobody() {
        assertThat(AccessTable.rows().stream()
                        .filter(row -> row.method().equals("GET"))
                        .map(row -> row.path().getPatternString()))
                .allMatch(PersonalReads::isDeclared);
    }

    @Test
    void nothingIsDeclaredThatIsNotThere() {
        assertThat(AccessTable.rows().stream().map(row -> row.path().getPatternString()))
                .containsAll(PersonalReads.OF_NOBODY);
    }
}
