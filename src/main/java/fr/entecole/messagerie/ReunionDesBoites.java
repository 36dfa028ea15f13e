package fr.entecole.messagerie;

import fr.entecole.annuaire.Nature;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Comptes.Compte;
import fr.entecole.comptes.ComptesReunis;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Two numbers of one guardian become one person: a conversation that both were in is in their box once.
@Component
class ReunionDesBoites {

    private final JdbcClient jdbc;
    private final Comptes comptes;

    ReunionDesBoites(JdbcClient jdbc, Comptes comptes) {
        this.jdbc = jdbc;
        this.comptes = comptes;
    }

    @EventListener
    void on(ComptesReunis reunis) {
        var same = comptes.behind(reunis.compte()).stream()
                .filter(compte -> compte.nature() == Nature.RESPONSABLE)
                .map(Compte::personneId)
                .toArray(UUID[]::new);
        jdbc.sql("""
                        with doubles as (
                            delete from messagerie.participant p using messagerie.participant q
                             where p.personne_id = any(:memes) and q.personne_id = any(:memes)
                               and p.conversation_id = q.conversation_id and p.personne_id > q.personne_id
                            returning p.*)
                        update messagerie.participant q
                           set eleves = array(select distinct e from unnest(q.eleves || d.eleves) e),
                               non_lus = least(q.non_lus, d.non_lus), lu_le = greatest(q.lu_le, d.lu_le)
                          from doubles d
                         where q.conversation_id = d.conversation_id and q.personne_id = any(:memes)
                           and q.personne_id < d.personne_id
                        """).param("memes", same).update();
    }
}
