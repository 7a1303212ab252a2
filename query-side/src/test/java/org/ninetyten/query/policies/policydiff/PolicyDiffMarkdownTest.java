package org.ninetyten.query.policies.policydiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.query.policies.policydiff.Part.Kind;

/** A difference as Markdown, read as a page would read it. */
class PolicyDiffMarkdownTest {

    private static final Parser PAGE = Parser.builder()
            .extensions(List.of(StrikethroughExtension.create()))
            .build();

    /** All that the page itself is made of. */
    private static final Set<Class<? extends Node>> OURS = Set.of(
            Document.class,
            Heading.class,
            Paragraph.class,
            BlockQuote.class,
            BulletList.class,
            ListItem.class,
            Code.class,
            StrongEmphasis.class,
            Strikethrough.class,
            Text.class,
            SoftLineBreak.class,
            HardLineBreak.class);

    @Provide
    Arbitrary<PolicyContent> contents() {
        return Contents.contents();
    }

    @Provide
    Arbitrary<String> texts() {
        return Contents.texts();
    }

    @Example
    void aPersonCanReadIt() {
        PolicyContent older =
                Contents.of(Contents.clause("a", "1", "Ask first.\n\n- Then post"), Contents.clause("b", "2", "Blur."));
        PolicyContent newer = Contents.of(
                Contents.clause("a", "2", "Ask twice.\n\n- Then post"), Contents.clause("c", "3", "Use <b> & `x`."));

        assertThat(PolicyDiffMarkdown.of("Social media", 1, 2, PolicyDiff.between(older, newer)))
                .isEqualTo("""
                        # Social media: version 1 to version 2

                        1 clause added, 1 clause removed, 1 clause moved, 1 clause changed.

                        ## Clauses

                        ### Added: 3 About c (c)

                        Category `OTHER`, standard `CONFIDENTIALITY`.

                        > Use &lt;b&gt; &amp; \\`x\\`.

                        What good looks like:

                        > Look at the background first.

                        ### Removed: 2 About b (b)

                        Category `OTHER`, standard `CONFIDENTIALITY`.

                        > Blur.

                        What good looks like:

                        > Look at the background first.

                        ### Moved: 2 About a (a)

                        From number 1, the 1st clause, to number 2, the 1st.

                        ### Changed: 2 About a (a)

                        > Ask ~~first~~**twice**.
                        >
                        > \\- Then post
                        """);
    }

    @Example
    void nothingChangedIsSaid() {
        PolicyContent same = Contents.of(Contents.clause("a", "1", "Ask."));

        assertThat(PolicyDiffMarkdown.of("Social media", 2, 2, PolicyDiff.between(same, same)))
                .isEqualTo("# Social media: version 2 to version 2\n\nNothing changed.\n");
    }

    @Property
    void nothingOfATextBecomesMarkupOfThePage(
            @ForAll("contents") PolicyContent older,
            @ForAll("contents") PolicyContent newer,
            @ForAll("texts") String title) {
        PolicyDiff diff = PolicyDiff.between(older, newer);
        String page = PolicyDiffMarkdown.of(title, 1, 2, diff);
        List<Node> nodes = nodes(PAGE.parse(page));

        assertThat(nodes).allMatch(node -> OURS.contains(node.getClass()));
        assertThat(nodes.stream().filter(Heading.class::isInstance)).hasSize(headings(diff));
        assertThat(nodes.stream().filter(ListItem.class::isInstance))
                .hasSize(diff.objectives().size());
        assertThat(nodes.stream().filter(Code.class::isInstance).map(node -> ((Code) node).getLiteral()))
                .allMatch(code -> code.matches("\\w+"));
        assertThat(page).doesNotContain("<");
    }

    @Property
    void whatAPageShowsOfATextIsTheTextWithWhatWentAndCameMarked(
            @ForAll("texts") String older, @ForAll("texts") String newer) {
        List<Part> parts = new WordDiff(new Work()).between(older, newer);
        Node page = PAGE.parse("> " + String.join("\n> ", MarkedLines.of(parts)) + "\n");

        assertThat(shown(page, Strikethrough.class)).isEqualTo(unspaced(parts, Kind.DELETED));
        assertThat(shown(page, StrongEmphasis.class)).isEqualTo(unspaced(parts, Kind.INSERTED));
        assertThat(shown(page, Document.class)).isEqualTo(unspaced(parts, Kind.values()));
    }

    private static int headings(PolicyDiff diff) {
        ClauseChanges clauses = diff.clauses();
        return 1
                + (diff.purpose().isEmpty() ? 0 : 1)
                + (diff.objectives().isEmpty() ? 0 : 1)
                + (clauses.none() ? 0 : 1)
                + clauses.added().size()
                + clauses.removed().size()
                + clauses.moved().size()
                + clauses.changed().size()
                + (diff.ladder().none() ? 0 : 1)
                + (diff.obligations().isEmpty() ? 0 : 1);
    }

    private static List<Node> nodes(Node root) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(root);
        for (Node child = root.getFirstChild(); child != null; child = child.getNext()) {
            nodes.addAll(nodes(child));
        }
        return nodes;
    }

    /** All text below nodes of that kind, without white space. */
    private static String shown(Node root, Class<? extends Node> within) {
        StringBuilder shown = new StringBuilder();
        for (Node node : nodes(root)) {
            if (within.isInstance(node)) {
                nodes(node).stream()
                        .filter(Text.class::isInstance)
                        .forEach(text -> shown.append(((Text) text).getLiteral()));
            }
        }
        return unspaced(shown.toString());
    }

    private static String unspaced(List<Part> parts, Kind... kinds) {
        StringBuilder said = new StringBuilder();
        parts.stream().filter(part -> List.of(kinds).contains(part.kind())).forEach(part -> said.append(part.text()));
        return unspaced(said.toString());
    }

    private static String unspaced(String text) {
        return text.replaceAll("[\\s\\p{Z}\\u0085]", "");
    }

    @Example
    void textsOfClausesThatAreNewAreShownInFull() {
        Clause added = Contents.clause("c", "3", "1. One\n2. Two\n\n    code\n\n<img src=x onerror=alert(1)>");
        PolicyDiff diff = PolicyDiff.between(Contents.of(), Contents.of(added));

        assertThat(shown(PAGE.parse(PolicyDiffMarkdown.of("P", 1, 2, diff)), BlockQuote.class))
                .isEqualTo(unspaced(added.text() + added.goodLooksLike()));
    }
}
