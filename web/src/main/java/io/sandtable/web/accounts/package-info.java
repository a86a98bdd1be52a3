/** What an accountant's books call and number the accounts of the ledger. */
@NullMarked
package io.sandtable.web.accounts;

import org.jspecify.annotations.NullMarked;
