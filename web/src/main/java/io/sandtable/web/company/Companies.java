package io.sandtable.web.company;

import io.sandtable.store.GraphConnection;
import io.sandtable.store.GraphSource;
import io.sandtable.web.settings.HomeSettings;
import io.sandtable.web.settings.Neo4jSettings;
import io.sandtable.web.settings.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The companies whose business this home holds, each with a graph of its own, so that trying the demo never touches real data. With
 * an external server there is one graph, and it belongs to the company that was loaded first.
 */
@Component
public class Companies {
    /** The invented company that everybody can try things on. */
    public static final String DEMO = "demo";

    /** What a company's short name looks like. */
    public static final String SHORT_NAME = "[a-z0-9][a-z0-9-]{0,60}";

    private static final String CARD = "company.json";
    private static final String CURRENT = "current-company";

    private final HomeSettings home;
    private final StoreSettings store;
    private final Neo4jSettings neo4j;

    Companies(HomeSettings home, StoreSettings store, Neo4jSettings neo4j) {
        this.home = home;
        this.store = store;
        this.neo4j = neo4j;
    }

    /** The folder of everything. */
    public Path home() {
        return home.home();
    }

    /** Mappings that people have confirmed or written, for all companies. */
    public Path mappings() {
        return home().resolve("mappings");
    }

    /** The company that questions are about: the one imported last, else the demo company. */
    public String current() {
        Path file = home().resolve(CURRENT);
        try {
            return Files.exists(file) ? Files.readString(file).strip() : DEMO;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Makes it the company that questions are about. */
    public void choose(String company) {
        write(home().resolve(CURRENT), company + "\n");
    }

    /** What we know of a company without opening its graph; empty where it was never loaded. */
    public Optional<CompanyCard> findCard(String company) {
        Path file = folder(company).resolve(CARD);
        try {
            return Files.exists(file) ? Optional.of(CompanyCard.read(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Those that are loaded, by their short names. */
    public List<CompanyCard> listCards() {
        Path all = home().resolve("companies");
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.map(f -> f.resolve(CARD))
                    .filter(Files::isRegularFile)
                    .map(Companies::read)
                    .sorted(Comparator.comparing(CompanyCard::name))
                    .toList();
        } catch (IOException e) {
            throw unreadable(all, e);
        }
    }

    private static CompanyCard read(Path card) {
        try {
            return CompanyCard.read(Files.readString(card));
        } catch (IOException e) {
            throw unreadable(card, e);
        }
    }

    /** Notes that a company is loaded. */
    public void keep(CompanyCard card) {
        write(folder(card.name()).resolve(CARD), card.write());
    }

    /** Opens the company's graph: starts our own server, or connects to the external one. */
    public GraphConnection open(String company) {
        findCard(company).filter(card -> !card.name().equals(company)).ifPresent(card -> {
            throw new IllegalArgumentException(
                    "The external database holds the company '%s'; it can hold one. Ask with --company %s, or take another database for '%s'."
                            .formatted(card.name(), card.name(), company));
        });
        GraphSource source =
                neo4j.external().orElseGet(() -> new GraphSource.OwnServer(folder(company), store.server()));
        return GraphConnection.open(source);
    }

    private Path folder(String company) {
        // one card per graph: an external server holds one company, whatever its name
        String name = neo4j.external().isPresent() ? "external" : company;
        if (!name.matches(SHORT_NAME)) {
            throw new IllegalArgumentException(
                    "'%s' is not a company's short name; use small letters, digits and hyphens, such as my-company."
                            .formatted(name));
        }
        return home().resolve("companies").resolve(name);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "card", ".tmp");
            Files.writeString(draft, text);
            Files.move(
                    draft,
                    file,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be written (%s); check the disk's space and the folder's rights."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static UncheckedIOException unreadable(Path file, IOException e) {
        return new UncheckedIOException(
                "%s could not be read (%s); check its rights.".formatted(file, e.getMessage()), e);
    }
}
