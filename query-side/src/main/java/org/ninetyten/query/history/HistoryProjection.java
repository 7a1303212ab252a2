package org.ninetyten.query.history;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.serialization.Serializer;
import org.ninetyten.events.Event;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.Subject;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountRefused;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.account.AccountEvent.HolderLeft;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;
import org.ninetyten.events.account.AccountEvent.PostCommended;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.events.stored.StoredEventSerializer;
import org.ninetyten.events.stored.StoredEventTypes;
import org.ninetyten.query.history.HistoryEntry.Subjects;
import org.ninetyten.query.projection.CopyIn;
import org.ninetyten.query.projection.Projection;
import org.ninetyten.query.projection.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Appends each event to the history, and to those of the subjects it concerns. Events are taken in their global order,
 * because whose history an officer's event belongs in depends on what happened to accounts before it.
 */
@Component
class HistoryProjection implements Projection {

    private static final String ENTRY = """
            readmodel.history_entry (position, event_id, recorded_at, happened_on, kind, summary,
                actor_id, actor_role, correlation_id, causation_id, subject, subject_id, version,
                officer_id, account_id, policy_id, transgression_id, policy_version, details)
            """;

    private static final String SUBJECT = "readmodel.history_subject (subject, subject_id, position)";

    private static final String INSERT_ENTRY = "INSERT INTO " + ENTRY
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json) ON CONFLICT (position) DO NOTHING";

    private static final String INSERT_SUBJECT = "INSERT INTO " + SUBJECT + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private final JdbcTemplate jdbc;
    private final Serializer shown = StoredEventSerializer.create();
    private final ClauseTitles titles;
    private final EarlierContents earlier;

    HistoryProjection(JdbcTemplate jdbc, ClauseTitles titles, EarlierContents earlier) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.earlier = earlier;
    }

    @Override
    public String name() {
        return "histories";
    }

    @Override
    public boolean concerns(Subject subject) {
        return true;
    }

    @Override
    public Batch begin(ReadModel rows) {
        return new HistoryBatch(rows);
    }

    /** One subject in whose history an event stands. */
    private record Place(Subject subject, String id) {}

    private final class HistoryBatch implements Batch {

        private final ReadModel rows;
        private final AccountPeople people;
        private final List<Object[]> entries = new ArrayList<>();
        private final List<Object[]> places = new ArrayList<>();
        private ClauseTitles titlesHere = titles;

        HistoryBatch(ReadModel rows) {
            this.rows = rows;
            this.people = new AccountPeople(jdbc, rows);
        }

        @Override
        public void prepare(List<RecordedEvent> recorded) {
            List<String> officers = recorded.stream()
                    .map(event -> officerLookedUp(event.event()))
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
            List<String> accounts = recorded.stream()
                    .map(RecordedEvent::event)
                    .filter(event -> event.subject() == Subject.ACCOUNT)
                    .map(Event::subjectId)
                    .distinct()
                    .toList();
            people.prepare(officers, accounts);
            titlesHere = titles.preparedFor(
                    recorded.stream().map(RecordedEvent::event).toList());
        }

        @Override
        public void add(RecordedEvent recorded) {
            Event event = recorded.event();
            Telling telling = Telling.of(recorded, titlesHere, earlier);
            Object[] entry = entry(recorded, telling);
            Set<Place> found = placesOf(recorded, telling.subjects());
            rememberPeople(event, recorded.position());
            entries.add(entry);
            for (Place place : found) {
                places.add(new Object[] {place.subject().word(), place.id(), recorded.position()});
            }
        }

        @Override
        public void flush() {
            if (rows == ReadModel.COPY) {
                CopyIn.write(jdbc, rows.sql(ENTRY), entries);
                CopyIn.write(jdbc, rows.sql(SUBJECT), places);
            } else if (!entries.isEmpty()) {
                jdbc.batchUpdate(rows.sql(INSERT_ENTRY), entries);
                jdbc.batchUpdate(rows.sql(INSERT_SUBJECT), places);
            }
            people.write();
            entries.clear();
            places.clear();
        }

        private Set<Place> placesOf(RecordedEvent recorded, Subjects subjects) {
            Event event = recorded.event();
            Set<Place> found = new LinkedHashSet<>();
            found.add(new Place(event.subject(), event.subjectId()));
            if (event.subject() == Subject.POLICY) {
                return found;
            }
            if (subjects.officerId() != null) {
                found.add(new Place(Subject.OFFICER, subjects.officerId()));
            }
            if (subjects.accountId() != null) {
                found.add(new Place(Subject.ACCOUNT, subjects.accountId()));
            }
            if (subjects.transgressionId() != null) {
                found.add(new Place(Subject.TRANSGRESSION, subjects.transgressionId()));
            }
            if (event instanceof PostCommended commended) {
                // Theirs who could post when it was posted, whoever can when it is commended.
                commended.officerIds().forEach(officer -> found.add(new Place(Subject.OFFICER, officer)));
            } else if (event.subject() == Subject.ACCOUNT) {
                people.officersOf(event.subjectId(), recorded.position())
                        .forEach(officer -> found.add(new Place(Subject.OFFICER, officer)));
            }
            if (AccountPeople.isInRespectOfAccounts(event)) {
                accountsConcerned(event, recorded.position())
                        .forEach(account -> found.add(new Place(Subject.ACCOUNT, account)));
            }
            return found;
        }

        private List<String> accountsConcerned(Event event, long position) {
            String policyId = AccountPeople.policyOf(event);
            return policyId == null
                    ? people.accountsOf(event.subjectId(), position)
                    : people.accountsOf(event.subjectId(), policyId, position);
        }

        private void rememberPeople(Event event, long position) {
            if (event instanceof AccountRequested requested) {
                people.join(requested.holderId(), requested.accountId(), requested.policyId(), position);
            }
            if (event instanceof OperatorAdded added) {
                people.join(added.officerId(), added.accountId(), added.policyId(), position);
            }
            if (event instanceof OperatorRemoved removed) {
                people.end(removed.officerId(), removed.accountId(), position);
            }
            if (event instanceof AccountTransferred transferred) {
                people.end(transferred.fromHolderId(), transferred.accountId(), position);
                // As an operator: from now on they are its holder.
                people.end(transferred.holderId(), transferred.accountId(), position);
                people.join(transferred.holderId(), transferred.accountId(), transferred.policyId(), position);
            }
            if (event instanceof HolderLeft left) {
                people.end(left.holderId(), left.accountId(), position);
            }
            if (event instanceof AccountClosed || event instanceof AccountRefused) {
                people.endAll(event.subjectId(), position);
            }
        }
    }

    /** The officer whose accounts have to be known to place the event. */
    private static Optional<String> officerLookedUp(Event event) {
        if (event instanceof AccountRequested requested) {
            return Optional.of(requested.holderId());
        }
        if (event instanceof OperatorAdded added) {
            return Optional.of(added.officerId());
        }
        if (event instanceof AccountTransferred transferred) {
            return Optional.of(transferred.holderId());
        }
        return AccountPeople.isInRespectOfAccounts(event) ? Optional.of(event.subjectId()) : Optional.empty();
    }

    private Object[] entry(RecordedEvent recorded, Telling telling) {
        Event event = recorded.event();
        Subjects subjects = telling.subjects();
        LocalDate happenedOn =
                telling.happenedOn() == null ? LondonTime.dayOf(recorded.recordedAt()) : telling.happenedOn();
        return new Object[] {
            recorded.position(),
            recorded.eventId(),
            Timestamp.from(recorded.recordedAt()),
            happenedOn,
            StoredEventTypes.of(event.getClass()).name(),
            telling.summary(),
            recorded.provenance().actorId(),
            recorded.provenance().actorRole(),
            recorded.provenance().correlationId(),
            recorded.provenance().causationId(),
            event.subject().word(),
            event.subjectId(),
            recorded.version(),
            subjects.officerId(),
            subjects.accountId(),
            subjects.policyId(),
            subjects.transgressionId(),
            telling.policyVersion(),
            shown.serialize(ReflectiveWall.outside(event), String.class).getData()
        };
    }
}
