package io.sandtable.audit.archive;

import io.sandtable.audit.tlog.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may go from an archive, and when. What a record of the log names is kept for good, and so is what such a content names in turn:
 * without it a decision could not be replayed. Anything else is kept for ten years at least.
 */
public final class Retention {
    /** Accounts and what they rest on are kept for that long in most places that we know of; a longer one may be asked for. */
    public static final Period LEAST = Period.ofYears(10);

    private static final Pattern NAME = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    private final Archive archive;
    private final Period kept;

    public Retention(Archive archive, Period kept) {
        if (Instant.EPOCH
                .atZone(ZoneOffset.UTC)
                .plus(kept)
                .isBefore(Instant.EPOCH.atZone(ZoneOffset.UTC).plus(LEAST))) {
            throw new IllegalArgumentException(
                    "Archived contents were to be kept for %s; %s is the least. Give a longer time."
                            .formatted(kept, LEAST));
        }
        this.archive = archive;
        this.kept = kept;
    }

    /**
     * What the archive holds.
     *
     * @param named contents that a record names, or a content that a record names
     * @param others contents that none names
     * @param garbage those of them that are older than the retention
     */
    public record Inventory(int named, int others, List<Hash> garbage) {}

    /** Looks through all records of the log; deletes nothing. */
    public Inventory look(Iterable<byte[]> records, Instant now) {
        List<Hash> all = archive.list();
        Set<Hash> named = named(records);
        Instant before = now.atZone(ZoneOffset.UTC).minus(kept).toInstant();
        List<Hash> others = all.stream().filter(name -> !named.contains(name)).toList();
        return new Inventory(
                all.size() - others.size(),
                others.size(),
                others.stream()
                        .filter(name -> archive.storedAt(name).isBefore(before))
                        .toList());
    }

    /** Deletes what is garbage and says what there was. */
    public Inventory sweep(Iterable<byte[]> records, Instant now) {
        Inventory inventory = look(records, now);
        inventory.garbage().forEach(archive::remove);
        return inventory;
    }

    private Set<Hash> named(Iterable<byte[]> records) {
        Set<Hash> named = new HashSet<>();
        Deque<Hash> unread = new ArrayDeque<>();
        records.forEach(record -> collect(record, named, unread));
        while (!unread.isEmpty()) {
            collect(archive.get(unread.pop()), named, unread);
        }
        return named;
    }

    private void collect(byte[] content, Set<Hash> named, Deque<Hash> unread) {
        Matcher names = NAME.matcher(new String(content, StandardCharsets.ISO_8859_1));
        while (names.find()) {
            Hash name = Hash.fromHex(names.group());
            if (archive.contains(name) && named.add(name)) {
                unread.add(name);
            }
        }
    }
}
