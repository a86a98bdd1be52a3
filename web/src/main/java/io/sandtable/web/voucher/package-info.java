/** A plan's ledger as vouchers that an accounting system takes in. */
@NullMarked
package io.sandtable.web.voucher;

import org.jspecify.annotations.NullMarked;
