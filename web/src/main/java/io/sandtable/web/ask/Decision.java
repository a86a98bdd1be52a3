package io.sandtable.web.ask;

/**
 * A record in the decision log.
 *
 * @param number the audit number that people quote, such as A-2026-1121-007
 * @param index of the leaf in the log
 * @param recordHash SHA-256 of the canonical record, lower-case hex
 * @param checkpoint the signed checkpoint that holds it
 */
public record Decision(String number, long index, String recordHash, String checkpoint) {}
