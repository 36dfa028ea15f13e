package fr.entecole.comptes.impression;

import fr.entecole.socle.langue.Langue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How whoever prints wants the sheets.
///
/// @param langue beside French: a code, `fr` for French alone; empty: the one in which each reads, where it is known
/// @param parPage sheets of adults on one page: 1, 2 or 8
public record MiseEnPage(@Nullable String langue, @Nullable Integer parPage) {

    static final int DEUX = 2;

    /// As it was before anybody could choose.
    public static final MiseEnPage ORDINAIRE = new MiseEnPage(null, null);

    private static final Set<Integer> KNOWN = Set.of(1, DEUX, Liasse.PAR_PAGE);

    /// Whether it is to be found out in which language each reads.
    public boolean chacunLaSienne() {
        return said().isEmpty();
    }

    /// @param sienne in which they read, null where that is not known
    public Langue of(@Nullable Langue sienne) {
        return said().orElse(sienne == null ? Langue.FRANCAIS : sienne);
    }

    public int feuilles() {
        return parPage != null && KNOWN.contains(parPage) ? parPage : DEUX;
    }

    private Optional<Langue> said() {
        return Optional.ofNullable(langue).flatMap(Langue::of);
    }

    /// What a form sends again, with the rest of it, when its turn has not come.
    public Map<String, String> champs(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(others);
        all.put("langue", said().map(Langue::code).orElse(""));
        all.put("parPage", Integer.toString(feuilles()));
        return all;
    }
}
