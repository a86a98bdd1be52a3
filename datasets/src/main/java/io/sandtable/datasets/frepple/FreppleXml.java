package io.sandtable.datasets.frepple;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.Draft;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the text of an XML model as a tree. A document type is refused: entities of a stranger can grow, or fetch files. */
final class FreppleXml {
    static final String ROOT = "plan";
    private static final String EXPECTED = "<plan>…</plan>";

    /** A routing in an alternate in a buffer nests about twenty deep. */
    private static final int DEEPEST = 100;

    /** About half a gigabyte of memory; a plan of a hundred thousand orders has fewer. */
    private static final int MOST = 2_000_000;

    private final String file;
    private final Draft draft;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private int elements;
    private int instructions;
    private @Nullable XmlElement root;

    private FreppleXml(String file, Draft draft) {
        this.file = file;
        this.draft = draft;
    }

    /** The root element; empty where the text is no XML model, which is reported with its line. */
    static Optional<XmlElement> read(String text, String file, Draft draft) {
        return new FreppleXml(file, draft).read(text);
    }

    private Optional<XmlElement> read(String text) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                if (!take(reader, reader.next())) {
                    return Optional.empty();
                }
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            return malformed(line, String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError.*?Message: ", ""));
        }
        if (root == null || !root.name().equals(ROOT)) {
            return malformed(1, root == null ? "" : "<" + root.name() + ">");
        }
        if (instructions > 0) {
            draft.problem(ProblemCode.NOT_USED, "", 0, "<?…?>", Integer.toString(instructions), file);
        }
        return Optional.of(root);
    }

    private static XMLInputFactory factory() {
        // the JDK's own, whatever other parser lies on the classpath
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private boolean take(XMLStreamReader reader, int event) {
        int line = reader.getLocation().getLineNumber();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (open.size() >= DEEPEST) {
                    malformed(line, "> " + DEEPEST + " × <…>");
                    return false;
                }
                if (++elements > MOST) {
                    draft.problem(ProblemCode.FILE_TOO_LARGE, file, 0, "", "> " + MOST + " × <…>", MOST + " × <…>");
                    return false;
                }
                begin(reader, line);
            }
            case XMLStreamConstants.END_ELEMENT -> open.pop();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> write(reader.getText());
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> instructions++;
            case XMLStreamConstants.DTD -> {
                malformed(line, "<!DOCTYPE");
                return false;
            }
            default -> {}
        }
        return true;
    }

    private void begin(XMLStreamReader reader, int line) {
        Map<String, String> attributes = reader.getAttributeCount() == 0 ? Map.of() : new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            boolean ofSchema = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(reader.getAttributeNamespace(i));
            String name = reader.getAttributeLocalName(i);
            if (!ofSchema || name.equals("type")) {
                attributes.put(name, reader.getAttributeValue(i));
            }
        }
        var element = new XmlElement(reader.getLocalName(), line, attributes);
        if (open.isEmpty()) {
            root = element;
        } else {
            open.getFirst().children().add(element);
        }
        open.push(element);
    }

    private void write(String text) {
        if (!open.isEmpty()) {
            open.getFirst().write(text);
        }
    }

    private Optional<XmlElement> malformed(int line, String found) {
        draft.problem(ProblemCode.XML_MALFORMED, file, line, "", found, EXPECTED);
        return Optional.empty();
    }
}
