package io.sandtable.datasets.demo;

/**
 * A material of the demo company.
 *
 * @param code own code such as BS-E60; the node id is MAT- and the code
 * @param role raw, part or product
 * @param tier how it is made: RAW, BLANK, PLATE, CORE, COVER, BODY or PRODUCT
 * @param weightKg kg per unit, 0 where nobody weighs it
 * @param family code of the family it belongs to, empty for none
 */
record Item(
        String code,
        String role,
        Tier tier,
        String zh,
        String en,
        String aliases,
        String unit,
        double weightKg,
        String hsCode,
        String family,
        String specification) {

    /** Where in the depth of the product an item stands, with the days before the due date at which it is worked on. */
    enum Tier {
        PRODUCT(3),
        BODY(9),
        COVER(8),
        CORE(12),
        BLANK(15),
        PLATE(16),
        RAW(20);

        private final int leadDays;

        Tier(int leadDays) {
            this.leadDays = leadDays;
        }

        /** Calendar days before the order's due date at which the load of this tier is counted. */
        int leadDays() {
            return leadDays;
        }
    }

    String id() {
        return "MAT-" + code;
    }

    boolean made() {
        return tier != Tier.RAW;
    }
}
