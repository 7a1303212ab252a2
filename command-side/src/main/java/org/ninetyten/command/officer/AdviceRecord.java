package org.ninetyten.command.officer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.events.Subject;
import org.ninetyten.events.advice.AskedAdvice;
import org.ninetyten.events.officer.OfficerEvent.AdviceGiven;
import org.ninetyten.events.officer.OfficerEvent.AdviceOutcomeRecorded;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;
import org.ninetyten.events.stored.RecordedEvent;

/** All the advice that an officer asked for, oldest first: by when it was recorded, which is when it was asked and given. */
public record AdviceRecord(List<AskedAdvice> advice) {

    public AdviceRecord {
        advice = List.copyOf(advice);
    }

    public static AdviceRecord of(String officerId, Streams streams) {
        return streams.fold(Subject.OFFICER, officerId, AdviceRecord.class, AdviceRecord::fold)
                .orElseGet(() -> new AdviceRecord(List.of()));
    }

    private static AdviceRecord fold(List<RecordedEvent> events) {
        Map<String, AskedAdvice> advice = new LinkedHashMap<>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof AdviceRequested e) {
                advice.put(
                        e.adviceId(),
                        new AskedAdvice(
                                e.adviceId(), e.accountId(), e.draft(), recorded.recordedAt(), null, null, null));
            } else if (recorded.event() instanceof AdviceGiven e) {
                change(advice, e.adviceId(), before -> before.answered(e.decision(), recorded.recordedAt()));
            } else if (recorded.event() instanceof AdviceOutcomeRecorded e) {
                change(advice, e.adviceId(), before -> before.ended(e.followed()));
            }
        }
        return new AdviceRecord(List.copyOf(advice.values()));
    }

    private static void change(Map<String, AskedAdvice> advice, String id, UnaryOperator<AskedAdvice> to) {
        advice.computeIfPresent(id, (key, before) -> to.apply(before));
    }
}
