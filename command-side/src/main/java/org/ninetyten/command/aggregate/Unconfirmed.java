package org.ninetyten.command.aggregate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What a command decided on from memory, as it was remembered. An event appended confirms it: where another process was
 * quicker, its place in the stream is taken. What is decided without an event has to be confirmed in another way.
 */
final class Unconfirmed {

    private final Map<String, Long> lastSequenceNumbers = new HashMap<>();

    private Unconfirmed() {}

    static Unconfirmed in(UnitOfWork<?> work) {
        return work.getOrComputeResource(Unconfirmed.class.getName(), name -> new Unconfirmed());
    }

    void add(String stream, long lastSequenceNumber) {
        lastSequenceNumbers.put(stream, lastSequenceNumber);
    }

    void confirmedByAppending(String stream) {
        lastSequenceNumbers.remove(stream);
    }

    void forEach(BiConsumer<String, Long> each) {
        lastSequenceNumbers.forEach(each);
    }
}
