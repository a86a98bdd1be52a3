package io.sandtable.datasets.demo;

/** Energy that goes with the weight and not with the minutes, derived from published kWh per kg. */
final class ProcessEnergy {
    /** How the figures were derived, for the evidence of the derived facts. */
    static final String METHOD =
            "published kWh per kg (market/process-energy, latest point) times the weight treated; gas at 10.81 kWh/m3";

    private static final double GAS_KWH_PER_M3 = 10.81;

    private final double remeltKwhPerKg;
    private final double anodiseKwhPerKg;
    private final Catalogue catalogue;

    ProcessEnergy(MarketFigures market, Catalogue catalogue) {
        this.remeltKwhPerKg = market.latest("process-energy", "PRI-ENERGY-REMELT");
        this.anodiseKwhPerKg = market.latest("process-energy", "PRI-ENERGY-ANODISE");
        this.catalogue = catalogue;
    }

    /** Cubic metres of gas that melt the metal of one casting; nothing for other operations. */
    double gas(Operation operation) {
        return operation.technology().equals("压铸")
                ? rounded(catalogue.item(operation.item()).weightKg() * remeltKwhPerKg / GAS_KWH_PER_M3)
                : 0;
    }

    /** Kilowatt hours of the anodic film on one body; nothing for other operations. */
    double power(Operation operation) {
        return operation.technology().equals("阳极氧化")
                ? rounded(catalogue.item(operation.item()).weightKg() * anodiseKwhPerKg)
                : 0;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
