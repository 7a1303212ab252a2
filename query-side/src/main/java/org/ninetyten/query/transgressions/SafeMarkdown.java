package org.ninetyten.query.transgressions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Markdown that someone wrote, for others to read: HTML in it is text, an image its words, a link only to the web or a mailbox. */
final class SafeMarkdown {

    private static final Pattern USABLE_LINK = Pattern.compile("(https?://|mailto:)[\\x21-\\x7e]+");

    private static final Parser PARSER = Parser.builder().build();

    private SafeMarkdown() {}

    /** Its blocks, in their order. */
    static List<Node> read(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new Disarming());
        List<Node> blocks = new ArrayList<>();
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            blocks.add(block);
        }
        return blocks;
    }

    private static final class Disarming extends AbstractVisitor {

        @Override
        public void visit(HtmlInline html) {
            replace(html, new Text(html.getLiteral()));
        }

        @Override
        public void visit(HtmlBlock html) {
            replace(html, NoticeLetter.paragraph(html.getLiteral()));
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            unwrap(image);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            String destination = link.getDestination().toLowerCase(Locale.ROOT);
            if (!USABLE_LINK.matcher(destination).matches()) {
                unwrap(link);
            }
        }

        /** Links have theirs by now; what else it says is not to be shown. */
        @Override
        public void visit(LinkReferenceDefinition definition) {
            definition.unlink();
        }

        private static void replace(Node old, Node by) {
            old.insertBefore(by);
            old.unlink();
        }

        private static void unwrap(Node outer) {
            Node child = outer.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                outer.insertBefore(child);
                child = next;
            }
            outer.unlink();
        }
    }
}
