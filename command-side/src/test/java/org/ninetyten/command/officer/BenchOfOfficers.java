package org.ninetyten.command.officer;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Story.day;

import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;

/** A bench for one officer, for tests of it. */
abstract class BenchOfOfficers {

    static final LocalDate TOMORROW = TODAY.plusDays(1);

    final KnownStreams known = new KnownStreams();

    FixtureConfiguration<Officer> officer() {
        return officerOn(TODAY);
    }

    FixtureConfiguration<Officer> officerOn(LocalDate day) {
        return Bench.on(day, Officer.class, known);
    }

    static OfficerDetailsChanged detailsChanged(String name) {
        return new OfficerDetailsChanged("amina", name, "1234", "harbour", false);
    }
}
