package io.sandtable.web.page;

import java.util.Optional;

/** The company that the pages are about at the moment. */
public interface CurrentCompany {
    /** Its name and the time of its data; empty where no company was loaded yet. */
    Optional<CompanyView> current();
}
