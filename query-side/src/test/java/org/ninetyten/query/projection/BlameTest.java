package org.ninetyten.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;

class BlameTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25P04", "40001", "40P01", "42P01", "42501", "53100", "53300", "55P03", "57014"})
    void aDatabaseThatCannotJustNowIsNoFaultOfTheEvent(String state) {
        assertThat(Blame.isOnTheEvent(failure(state))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22001", "23502", "23505", "54000"})
    void aValueThatTheDatabaseRefusesIsOneOfTheEvent(String state) {
        assertThat(Blame.isOnTheEvent(failure(state))).isTrue();
    }

    @Test
    void aConnectionThatIsNotToBeHadIsNoFaultOfTheEvent() {
        assertThat(Blame.isOnTheEvent(new CannotGetJdbcConnectionException("gone")))
                .isFalse();
        assertThat(Blame.isOnTheEvent(new QueryTimeoutException("slow"))).isFalse();
        assertThat(Blame.isOnTheEvent(new NullPointerException())).isTrue();
    }

    @Test
    void aLostBatchMakesNothingADeadLetter() {
        BatchLostException lost = new BatchLostException("officers", failure("57P01"));

        assertThatThrownBy(() -> Blame.decide(letter(), lost)).isSameAs(lost);
    }

    @Test
    void aDeadLetterSaysWhyWithoutSqlAndClassNames() {
        var decision = Blame.decide(letter(), failure("22021"));

        assertThat(decision.shouldEnqueue()).isTrue();
        assertThat(decision.enqueueCause())
                .hasValueSatisfying(cause ->
                        assertThat(cause.getMessage()).isEqualTo("It has a character that the database cannot keep."));
        assertThat(Blame.inPlainWords(failure("99999"))).doesNotContain("INSERT");
        assertThat(Blame.inPlainWords(new IllegalStateException("org.example.Secret")))
                .doesNotContain("org.");
    }

    private static GenericDeadLetter<EventMessage<?>> letter() {
        return new GenericDeadLetter<>("officer:amina", GenericEventMessage.asEventMessage("event"));
    }

    private static RuntimeException failure(String state) {
        return new UncategorizedSQLException("write", "INSERT INTO officer", new SQLException("refused", state));
    }
}
