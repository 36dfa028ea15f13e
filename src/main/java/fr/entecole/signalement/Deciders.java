package fr.entecole.signalement;

import fr.entecole.signalement.Dossier.Echelon;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.contrats.Contenu.Vise;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who in the school decides about a thing, today: its head and who teaches its classes, without its author.
@Component
class Deciders {

    private final JdbcClient jdbc;

    Deciders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> of(Vise vise) {
        return jdbc.sql("""
                        select d.personnel_id from annuaire.dirige d
                         where d.ecole_id = :ecole and d.personnel_id is distinct from :auteur::uuid
                        union
                        select e.personnel_id from annuaire.enseigne e
                         where e.ecole_id = :ecole and e.classe_id = any(:classes)
                           and e.personnel_id is distinct from :auteur::uuid
                        """)
                .params(named(vise))
                .query((rs, _) -> Colonnes.uuid(rs, "personnel_id"))
                .list();
    }

    /// Past the school where the author directs it, or nobody else is left there to decide.
    Echelon echelon(Vise vise) {
        boolean directs = jdbc.sql("""
                        select exists (select 1 from annuaire.dirige
                                        where ecole_id = :ecole and personnel_id = :auteur::uuid)
                        """).params(named(vise)).query(Boolean.class).single();
        return directs || of(vise).isEmpty() ? Echelon.AU_DESSUS : Echelon.ECOLE;
    }

    private static Map<String, Object> named(Vise vise) {
        Map<String, Object> named = new HashMap<>();
        named.put("ecole", vise.ecole());
        named.put("auteur", vise.auteur());
        named.put("classes", vise.classes().toArray(UUID[]::new));
        return named;
    }
}
