package org.ninetyten.query.policies.policydiff;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Ladder;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.policy.Standard;

/** Policy contents to tell apart. */
final class Contents {

    private Contents() {}

    static Clause clause(String id, String number, String text) {
        return new Clause(
                id,
                number,
                "About " + id,
                text,
                Category.OTHER,
                Standard.CONFIDENTIALITY,
                "Look at the background first.");
    }

    static PolicyContent of(Clause... clauses) {
        return new PolicyContent(
                "Post well and safely.",
                List.of("Be where the public is", "Harm nobody"),
                List.of(clauses),
                ladder(Response.ADVICE, 24, Map.of(Mitigation.SELF_REPORTED, 1)),
                new Obligations(14, 90, 12, 5, 10, 180));
    }

    static Ladder ladder(Response everywhere, int lookBackMonths, Map<Mitigation, Integer> mitigations) {
        Map<Intent, Map<Harm, Response>> responses = new EnumMap<>(Intent.class);
        for (Intent intent : Intent.values()) {
            Map<Harm, Response> row = new EnumMap<>(Harm.class);
            for (Harm harm : Harm.values()) {
                row.put(harm, everywhere);
            }
            responses.put(intent, row);
        }
        return new Ladder(responses, lookBackMonths, 1, mitigations);
    }

    /** Texts whose words repeat, so that two have much in common; some of what Markdown and HTML are made of. */
    static Arbitrary<String> texts() {
        return Arbitraries.of(
                        "post",
                        "photo",
                        "the",
                        "of",
                        "Caf\u00e9",
                        "e\u0301t\u00e9",
                        "\ud83d\ude93",
                        "1",
                        "10.",
                        "2)",
                        "-",
                        "+",
                        "=",
                        "===",
                        "---",
                        "#",
                        "##",
                        "*",
                        "**",
                        "_",
                        "__",
                        "~~",
                        "~~~",
                        "`",
                        "```",
                        "[",
                        "]",
                        "](",
                        "](x)",
                        "![",
                        "<",
                        ">",
                        "</",
                        "<b>",
                        "<!--",
                        "<script>alert(1)</script>",
                        "&",
                        "&lt;",
                        "&#60;",
                        "\\",
                        "\\*",
                        "|",
                        "||",
                        ":",
                        ": ",
                        "https://x.example/a_b",
                        "www.x.example",
                        "a@b.example",
                        "[x]: y",
                        "\"",
                        "'",
                        "!",
                        "?",
                        ".",
                        ",",
                        " ",
                        "  ",
                        "    ",
                        "\t",
                        "\n",
                        "\n\n",
                        "\r\n",
                        "\r",
                        "\u2028",
                        "\u0085",
                        "\u00a0",
                        "$",
                        "{",
                        "}",
                        "(",
                        ")")
                .list()
                .ofMaxSize(14)
                .map(words -> String.join("", words));
    }

    static Arbitrary<PolicyContent> contents() {
        Arbitrary<Clause> clause = Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d", "e"),
                        Arbitraries.of("1", "2", "3.1"),
                        texts(),
                        texts(),
                        Arbitraries.of(Category.OTHER, Category.POLITICAL),
                        Arbitraries.of(Standard.CONFIDENTIALITY, Standard.USE_OF_FORCE),
                        texts())
                .as(Clause::new);
        Arbitrary<Ladder> ladder = Combinators.combine(
                        Arbitraries.of(Response.class),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.maps(
                                Arbitraries.of(Mitigation.class),
                                Arbitraries.integers().between(0, 2)))
                .as(Contents::ladder);
        Arbitrary<Integer> days = Arbitraries.integers().between(1, 2);
        Arbitrary<Obligations> obligations =
                Combinators.combine(days, days, days, days, days, days).as(Obligations::new);
        return Combinators.combine(
                        texts(),
                        texts().list().ofMaxSize(4),
                        clause.list().uniqueElements(Clause::id).ofMaxSize(5),
                        ladder,
                        obligations)
                .as(PolicyContent::new);
    }
}
