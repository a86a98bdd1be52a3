package io.sandtable.audit.report;

import io.sandtable.audit.AuditException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds a Chinese font that can be embedded: first in a folder of ours, then where systems keep theirs. */
public final class FontLocator {
    /** A font must know these; the rest of a report's characters come with any font that does. */
    private static final String PROBE = "方案经营推演工金电池壳供应商0.9A";

    /** Faces known to work, best first; compared with file names in lower case without separators. */
    private static final List<String> KNOWN = List.of(
            "notosanssc400",
            "notosansscregular",
            "notosanscjkscregular",
            "sourcehansanssc",
            "msyh",
            "pingfang",
            "hiraginosansgb",
            "wqymicrohei",
            "wqyzenhei",
            "simhei",
            "deng",
            "stheiti",
            "arialunicode");

    private static final List<String> BOLD =
            List.of("notosanssc600", "notosanssc700", "notosansscsemibold", "notosansscbold", "msyhbd", "dengb");

    private static final int DEPTH = 5;

    private final List<Path> own;
    private final List<Path> system;

    FontLocator(List<Path> own, List<Path> system) {
        this.own = List.copyOf(own);
        this.system = List.copyOf(system);
    }

    /** Looks into {@code folder} first, where any fitting font counts, then into this machine's usual places. */
    public static FontLocator in(Path folder) {
        Path home = Path.of(System.getProperty("user.home", "."));
        return new FontLocator(
                List.of(folder),
                List.of(
                        Path.of("/usr/share/fonts"),
                        Path.of("/usr/local/share/fonts"),
                        home.resolve(".local/share/fonts"),
                        home.resolve(".fonts"),
                        home.resolve("Library/Fonts"),
                        Path.of("/Library/Fonts"),
                        Path.of("/System/Library/Fonts"),
                        Path.of("C:/Windows/Fonts")));
    }

    /** The best font there is; throws with what to install, and why what was found does not do. */
    public ReportFont locate() {
        List<String> unfit = new ArrayList<>();
        for (Path candidate : candidates()) {
            try {
                TrueType regular = TrueType.read(candidate);
                if (regular.covers(PROBE)) {
                    return new ReportFont(regular, bold(candidate));
                }
                unfit.add("%s: it lacks Chinese characters or Latin letters".formatted(candidate));
            } catch (IOException e) {
                unfit.add("%s: %s".formatted(candidate, e.getMessage()));
            }
        }
        throw new AuditException(
                "No Chinese TrueType font was found in %s%s. Run audit/fonts/install.sh %s, or install the package fonts-wqy-microhei (Debian, Ubuntu), or put NotoSansSC-Regular.ttf there."
                        .formatted(
                                own.getFirst(),
                                unfit.isEmpty() ? "" : " (not usable: " + String.join("; ", unfit) + ")",
                                own.getFirst()));
    }

    private List<Path> candidates() {
        List<Path> candidates = new ArrayList<>();
        own.forEach(folder -> candidates.addAll(ranked(folder, true)));
        List<Path> known = new ArrayList<>();
        system.forEach(folder -> known.addAll(ranked(folder, false)));
        known.sort(Comparator.comparingInt(FontLocator::rank));
        candidates.addAll(known);
        return candidates;
    }

    private static List<Path> ranked(Path folder, boolean any) {
        return fontFiles(folder).stream()
                .filter(file -> !isBold(file) && (any || rank(file) < KNOWN.size()))
                .sorted(Comparator.comparingInt(FontLocator::rank).thenComparing(Path::toString))
                .toList();
    }

    private static int rank(Path file) {
        String name = plainName(file);
        for (int i = 0; i < KNOWN.size(); i++) {
            if (name.startsWith(KNOWN.get(i))) {
                return i;
            }
        }
        return KNOWN.size();
    }

    private static boolean isBold(Path file) {
        return BOLD.stream().anyMatch(plainName(file)::startsWith);
    }

    /** The semi-bold or bold face next to the regular one; headings do without where there is none. */
    private static Optional<TrueType> bold(Path regular) throws IOException {
        Path folder = regular.toAbsolutePath().getParent();
        String family = plainName(regular).substring(0, 4);
        for (Path file : folder == null ? List.<Path>of() : fontFiles(folder)) {
            if (isBold(file) && plainName(file).startsWith(family)) {
                return Optional.of(TrueType.read(file));
            }
        }
        return Optional.empty();
    }

    private static List<Path> fontFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(ttf|ttc|otf)")) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    // a place that we may not read simply offers no font
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new AuditException(
                    "The font folder %s cannot be read (%s); it must be readable to print reports. Check its rights."
                            .formatted(folder, e),
                    e);
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    private static String plainName(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }
}
