package io.sandtable.simulation.annual;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;

/** Products of a business, as annual plans name them. */
final class Products {
    private Products() {}

    static AnnualProduct of(String id, BusinessSnapshot snapshot) {
        Node product = snapshot.node(id);
        String unit = product.findText(Attributes.UNIT).orElse("");
        return product.out(RelationType.MEMBER_OF).stream()
                .map(Relation::to)
                .findFirst()
                .map(family -> new AnnualProduct(
                        id, product.name(), product.nameEn(), unit, family.id(), family.name(), family.nameEn()))
                .orElseGet(() -> new AnnualProduct(id, product.name(), product.nameEn(), unit, "", "", ""));
    }
}
