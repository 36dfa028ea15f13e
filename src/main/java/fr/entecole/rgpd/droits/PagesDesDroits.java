package fr.entecole.rgpd.droits;

import fr.entecole.rgpd.GenreDeReserve;
import fr.entecole.socle.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The page of one right that somebody exercises, to which several gestures lead.
@Component
class PagesDesDroits {

    private final DroitsExerces droits;
    private final Directives directives;
    private final ReservesTenues reserves;

    PagesDesDroits(DroitsExerces droits, Directives directives, ReservesTenues reserves) {
        this.droits = droits;
        this.directives = directives;
        this.reserves = reserves;
    }

    ModelAndView show(Page page, Demande demande, String fait, Map<String, String> typed) {
        var personne = demande.personne();
        List<Reserve> held = personne == null ? List.of() : reserves.of(reserves.same(personne));
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("demande", demande);
        model.put("noms", droits.noms(List.of(demande)));
        model.put(
                "directive",
                personne == null
                        ? ""
                        : directives.of(personne).map(one -> one.sort().mot()).orElse(""));
        model.put("limitation", of(GenreDeReserve.LIMITATION, held));
        model.put("recherche", of(GenreDeReserve.RECHERCHE, held));
        model.put("fait", fait);
        model.put("saisie", typed);
        return page.titled(demande.droit().mot()).view("rgpd/droits/demande", model);
    }

    static @Nullable Reserve of(GenreDeReserve genre, List<Reserve> held) {
        return held.stream().filter(one -> one.genre() == genre).findFirst().orElse(null);
    }
}
