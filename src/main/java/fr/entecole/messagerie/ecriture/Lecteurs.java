package fr.entecole.messagerie.ecriture;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Publics;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether pupils read: a box is of no use to others.
@Component
class Lecteurs {

    private final Publics publics;
    private final JdbcClient jdbc;

    Lecteurs(Publics publics, JdbcClient jdbc) {
        this.publics = publics;
        this.jdbc = jdbc;
    }

    /// One of them at least does.
    boolean among(Public pour) {
        List<UUID> pupils = new ArrayList<>();
        publics.each(pour, membre -> pupils.add(membre.personneId()));
        return jdbc.sql("""
                        select exists (select 1 from annuaire.present p
                                        where p.eleve_id = any(:eleves) and not annuaire.petit(p.niveau))
                        """)
                .param("eleves", pupils.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }
}
