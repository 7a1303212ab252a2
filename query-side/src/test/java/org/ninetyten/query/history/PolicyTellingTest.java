package org.ninetyten.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Ladder;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewMissed;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewedUnchanged;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.events.policy.Standard;
import org.ninetyten.query.Samples;

/** A policy's history as a story: what changed, why, and from when. */
class PolicyTellingTest {

    private static final LocalDate FROM = LocalDate.parse("2026-03-01");
    private static final LocalDate REVIEW_BY = LocalDate.parse("2027-03-01");

    private static final PolicyContent OLDER = Samples.content("Do no harm.");
    private static final Clause OPERATIONS = OLDER.clauses().getFirst();

    @Test
    void eachKindOfEventIsToldInASentence() {
        PolicyContent newer = clauses(clause("operations", "4.2", "Ask first."), clause("photographs", "5.1", "Blur."));

        assertThat(told(new PolicyDrafted("p", "Social media", OLDER), null))
                .isEqualTo("Policy \"Social media\" drafted with 1 clause.");
        assertThat(told(new PolicyRevised("p", newer, "After the spring review"), OLDER))
                .isEqualTo("Draft revised, now with 2 clauses: After the spring review"
                        + " [5.1 (Photographs) added; 4.2 (Operations) changed]");
        assertThat(told(published(1, OLDER), null))
                .isEqualTo("Version 1 (MAJOR) published with 1 clause, in force from 2026-03-01, to be reviewed by"
                        + " 2027-03-01: Clearer words");
        assertThat(told(published(2, newer), OLDER))
                .isEqualTo(
                        "Version 2 (MAJOR) published with 2 clauses, in force from 2026-03-01, to be reviewed by"
                                + " 2027-03-01: Clearer words [since version 1: 5.1 (Photographs) added; 4.2 (Operations) changed]");
        assertThat(told(new PolicyReviewedUnchanged("p", 2, FROM, REVIEW_BY, "It stands"), null))
                .isEqualTo("Version 2 reviewed on 2026-03-01 and left unchanged, to be reviewed again by 2027-03-01:"
                        + " It stands");
        assertThat(told(new PolicyReviewMissed("p", 2, REVIEW_BY), null))
                .isEqualTo("Version 2 was due for review by 2027-03-01; nobody reviewed it.");
        assertThat(told(new PolicyWithdrawn("p", FROM, "Done with"), null))
                .isEqualTo("Policy withdrawn; from 2026-03-01 no version is in force: Done with");
    }

    @Test
    void everyPartThatChangedIsNamed() {
        Obligations due = new Obligations(7, 90, 12, 5, 20, 180);
        Ladder ladder = new Ladder(harsh(), 24, 1, Map.of());

        assertThat(ContentChanges.between(
                        OLDER, new PolicyContent("Post", List.of("Be heard"), OLDER.clauses(), ladder, due)))
                .isEqualTo("the purpose changed; the objectives changed; the ladder changed;"
                        + " acknowledgeWithinDays from 14 to 7; answerWithinWorkingDays from 10 to 20");
    }

    @Test
    void aClauseIsKnownByItsIdWhateverItsNumber() {
        PolicyContent both = clauses(OPERATIONS, clause("photographs", "5.1", "Blur."));

        assertThat(ContentChanges.between(both, clauses(OPERATIONS))).isEqualTo("5.1 (Photographs) removed");
        assertThat(ContentChanges.between(both, clauses(OPERATIONS, clause("photographs", "6", "Blur."))))
                .isEqualTo("5.1 to 6 (Photographs) renumbered");
        assertThat(ContentChanges.between(both, clauses(both.clauses().getLast(), OPERATIONS)))
                .isEqualTo("clauses in another order");
        assertThat(ContentChanges.between(both, both)).isEqualTo("it says the same");
    }

    @Test
    void ofManyClausesTheFirstAreNamedAndTheOthersCounted() {
        List<Clause> many = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            many.add(clause("c-" + i, String.valueOf(i), "Text."));
        }

        assertThat(ContentChanges.between(clauses(), clauses(many.toArray(Clause[]::new))))
                .startsWith("1 (Photographs), 2 (Photographs)")
                .endsWith("8 (Photographs) and 12 more added");
    }

    private static String told(PolicyEvent event, @Nullable PolicyContent before) {
        EarlierContents earlier = new EarlierContents() {
            @Override
            public Optional<PolicyContent> draft(String policyId, long version) {
                return Optional.ofNullable(before);
            }

            @Override
            public Optional<PolicyContent> version(String policyId, long version) {
                return Optional.ofNullable(before);
            }
        };
        return PolicyTelling.of(event, 3, earlier).summary();
    }

    private static PolicyVersionPublished published(int number, PolicyContent content) {
        return new PolicyVersionPublished("p", number, Significance.MAJOR, content, "Clearer words", FROM, REVIEW_BY);
    }

    private static PolicyContent clauses(Clause... clauses) {
        return new PolicyContent(
                OLDER.purpose(), OLDER.objectives(), List.of(clauses), OLDER.ladder(), OLDER.obligations());
    }

    private static Clause clause(String id, String number, String text) {
        String title = id.equals("operations") ? "Operations" : "Photographs";
        return new Clause(
                id, number, title, text, Category.OPERATIONAL_DISCLOSURE, Standard.CONFIDENTIALITY, "Look first.");
    }

    private static Map<Intent, Map<Harm, Response>> harsh() {
        Map<Intent, Map<Harm, Response>> responses =
                new EnumMap<>(OLDER.ladder().responses());
        Map<Harm, Response> row = new EnumMap<>(responses.get(Intent.DELIBERATE));
        row.put(Harm.HIGH, Response.MISCONDUCT_REFERRAL);
        responses.put(Intent.DELIBERATE, row);
        return responses;
    }
}
