package org.ninetyten.command.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.ExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.edge.refusal.Refusal;

class GrpcWordsTest {

    private final GrpcWords words = new GrpcWords();

    @Test
    void aPlaceInAStreamThatAnotherTookFirstIsForDecidingAgain() {
        Metadata trailers = new Metadata();
        trailers.put(Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER), "AXONIQ-2000");

        assertThat(words.inOurs(new StatusRuntimeException(Status.OUT_OF_RANGE, trailers)))
                .isInstanceOf(ConcurrencyException.class);
    }

    static RuntimeException[] away() {
        return new RuntimeException[] {
            new StatusRuntimeException(Status.UNAVAILABLE),
            new EventStoreException("no connection", new StatusRuntimeException(Status.UNAVAILABLE)),
            new ExecutionException("Timeout while executing request", new IllegalStateException()),
            new io.axoniq.axonserver.connector.AxonServerException(
                    io.axoniq.axonserver.connector.ErrorCategory.CONNECTION_FAILED, "no connection", "here")
        };
    }

    @ParameterizedTest
    @MethodSource("away")
    void anAxonServerThatIsAwayIsForSendingAgain(RuntimeException failure) {
        assertThat(words.inOurs(failure))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("store-unavailable"));
    }

    @Test
    void whatSaysNothingOfTheStoreIsLeftAsItIs() {
        RuntimeException other = new IllegalStateException("something else");

        assertThat(words.inOurs(other)).isSameAs(other);
    }
}
