package io.github.assaymark.facts.exports;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks over an XML report: no document type, no entity and nothing outside of the text is read. */
final class XmlReport {
    /** Below the limit of the parser of Java 25, so that every Java says the same. */
    private static final int MAX_DEPTH = 100;

    private static final int MAX_TEXT = 1000;

    /** Told of every element. */
    interface Visitor {
        /** An element begins; {@code path} are the names of the elements around it, the innermost first. */
        void begin(Element element, Deque<String> path);

        /** An element ends. */
        default void end(String name) {}

        /**
         * The text of an element without elements in it, cut; {@code path} are the names of the elements around it, the
         * innermost first.
         */
        default void text(String name, Deque<String> path, String text) {}
    }

    /** An element: its name, attributes and line. */
    record Element(String name, Map<String, String> attributes, int line) {
        @Nullable
        String get(String attribute) {
            return attributes.get(attribute);
        }
    }

    private XmlReport() {}

    /** Walks; a gap when the text is no well-formed XML, for what comes after the damage. */
    static void walk(Exported file, Visitor visitor) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("references are not followed");
        });
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        boolean leaf = false;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(file.text()));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (path.size() >= MAX_DEPTH) {
                        file.gap("", "elements are nested deeper than " + MAX_DEPTH);
                        return;
                    }
                    visitor.begin(element(reader), path);
                    path.push(reader.getLocalName());
                    text.setLength(0);
                    leaf = true;
                } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    if (text.length() < MAX_TEXT) text.append(reader.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    path.pop();
                    if (leaf) visitor.text(reader.getLocalName(), path, text.toString());
                    leaf = false;
                    visitor.end(reader.getLocalName());
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            file.gap(line > 0 ? "#L" + line : "", "it is no well-formed XML");
        }
    }

    private static Element element(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++)
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        return new Element(
                reader.getLocalName(), attributes, reader.getLocation().getLineNumber());
    }
}
