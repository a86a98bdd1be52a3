package io.sandtable.simulation.annual;

/**
 * A product as an annual plan names it, so that the plan can be read when the business has moved on.
 *
 * @param unit that its quantities are in
 * @param family id of its family, empty where it has none; {@code familyZh} and {@code familyEn} its names
 */
public record AnnualProduct(
        String id, String zh, String en, String unit, String family, String familyZh, String familyEn) {}
