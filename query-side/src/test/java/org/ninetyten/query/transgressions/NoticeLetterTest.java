package org.ninetyten.query.transgressions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.Standard;
import org.ninetyten.query.transgressions.TransgressionView.Notice;

class NoticeLetterTest {

    @Test
    void aNoticeSaysWhichClausesWhyWhatGoodLooksLikeAndWhatTheOfficerMayDo() {
        NoticeLetter letter =
                letter("Do **not** show what an operation depends on.", "The board can be read", "Look first");

        for (String rendered : List.of(NoticeRendering.html(letter), NoticeRendering.markdown(letter))) {
            assertThat(rendered)
                    .contains("4.2 Operations")
                    .contains("what an operation depends on.")
                    .contains("The board can be read")
                    .contains("Look first")
                    .contains("right to answer by 18 March 2026")
                    .contains("ask for a review")
                    .contains("police friend")
                    .contains("post of 1 March 2026")
                    .contains("version 1");
        }
        assertThat(NoticeRendering.html(letter))
                .contains("<strong>not</strong>")
                .contains("<h2>Why</h2>");
        assertThat(NoticeRendering.markdown(letter))
                .contains("> Do **not** show")
                .contains("## Why");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "text <b onclick=alert(1)>bold</b>",
                "<!-- --><iframe src='https://evil.example'></iframe>",
                "[press](javascript:alert(1))",
                "[press](JaVaScRiPt:alert(1))",
                "[press](java\tscript:alert(1))",
                "[press](&#106;avascript:alert(1))",
                "[press](data:text/html;base64,PHNjcmlwdD4=)",
                "[press](vbscript:msgbox)",
                "[press]\n\n[press]: javascript:alert(1)",
                "<javascript:alert(1)>",
                "![seen](https://evil.example/pixel.png)",
                "![x](javascript:alert(1))",
            })
    void nothingThatSomeoneWroteRunsOrLoads(String hostile) {
        NoticeLetter letter = letter(hostile, hostile, hostile);

        String html = NoticeRendering.html(letter);

        assertThat(html)
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("<img")
                .doesNotContainIgnoringCase("<iframe")
                .doesNotContainIgnoringCase("<b ")
                .doesNotContainIgnoringCase("<!--")
                .doesNotContainPattern("(?i)href=\"(?!https?://|mailto:)");
        // Rendered by whoever gets it, the Markdown is as harmless.
        String asTheyWouldSeeIt = org.commonmark.renderer.html.HtmlRenderer.builder()
                .build()
                .render(org.commonmark.parser.Parser.builder().build().parse(NoticeRendering.markdown(letter)));
        assertThat(asTheyWouldSeeIt)
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("<img")
                .doesNotContainIgnoringCase("<iframe")
                .doesNotContainIgnoringCase("<b ")
                .doesNotContainIgnoringCase("<!--")
                .doesNotContainPattern("(?i)href=\"(?!https?://|mailto:)");
    }

    @Test
    void plainTextStaysAsItWasWrittenAndBuildsNothing() {
        NoticeLetter letter = letter(
                "Fine", "# Not a heading\n1. not a list\n> not a quotation\n---", "*not* [a](https://link.example)");

        String html = NoticeRendering.html(letter);

        assertThat(html)
                .contains("# Not a heading")
                .contains("1. not a list")
                .contains("&gt; not a quotation")
                .contains("*not* [a](https://link.example)")
                .doesNotContain("<ol>")
                .doesNotContain("<hr");
        String reread = org.commonmark.renderer.html.HtmlRenderer.builder()
                .build()
                .render(org.commonmark.parser.Parser.builder().build().parse(NoticeRendering.markdown(letter)));
        assertThat(reread)
                .contains("# Not a heading")
                .contains("*not* [a](https://link.example)")
                .doesNotContain("<ol>")
                .doesNotContain("<hr")
                .doesNotContain("<h1># Not")
                .doesNotContain("href");
    }

    @Test
    void aLinkToTheWebStaysALink() {
        NoticeLetter letter = letter("See [the guidance](https://police.example/guidance).", "Why", "Good");

        assertThat(NoticeRendering.html(letter)).contains("href=\"https://police.example/guidance\"");
        assertThat(NoticeRendering.markdown(letter)).contains("[the guidance](https://police.example/guidance)");
    }

    private static NoticeLetter letter(String clauseText, String why, String good) {
        Clause clause = new Clause(
                "operations",
                "4.2",
                "Operations",
                clauseText,
                Category.OPERATIONAL_DISCLOSURE,
                Standard.CONFIDENTIALITY,
                "Look first");
        Notice notice = new Notice(
                LocalDate.parse("2026-03-04"),
                "sergeant",
                List.of("operations"),
                why,
                good,
                LocalDate.parse("2026-03-18"));
        return new NoticeLetter(
                "photo", "harbour-x", Instant.parse("2026-03-01T18:20:00Z"), 1, notice, List.of(clause));
    }
}
