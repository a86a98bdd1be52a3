package io.sandtable.simulation.sensitivity.global;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The polynomials of a basis at the points of a sample, which all figures of the model share. */
final class Polynomials {
    private final Map<Row, At> at = new IdentityHashMap<>();

    private record At(double[][] a, double[][] b) {}

    Polynomials(LegendreBasis basis, List<List<Row>> sample) {
        for (List<Row> scramble : sample) {
            for (Row row : scramble) {
                at.put(row, new At(basis.at(row.a()), basis.at(row.b())));
            }
        }
    }

    double[][] atA(Row row) {
        return of(row).a();
    }

    double[][] atB(Row row) {
        return of(row).b();
    }

    private At of(Row row) {
        return Objects.requireNonNull(at.get(row));
    }
}
