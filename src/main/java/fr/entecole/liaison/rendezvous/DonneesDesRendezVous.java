package fr.entecole.liaison.rendezvous;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.DonneesDUnePartie;
import fr.entecole.socle.DonneesPersonnelles.Traitement;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Meetings and wishes, each told to the guardian whose it is; a pupil is told that there was one about them, not when:
/// it would say where a parent was.
@Component
class DonneesDesRendezVous implements DonneesDUnePartie {

    private final JdbcClient jdbc;

    DonneesDesRendezVous(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Traitement> describe(Duration duree) {
        return List.of(
                new Traitement(
                                t(
                                        "Les rendez-vous que vous avez pris avec l’école\u00a0; leur auteur et la direction les voient"),
                                t("Vous, ou l’école à votre demande"),
                                duree)
                        .of("rendezvous"),
                new Traitement(t("Les créneaux dont vous vouliez être prévenu"), t("Vous"), duree).of("souhaits"),
                new Traitement(
                                t("Les mots par lesquels un rendez-vous a été pris à votre sujet"),
                                t("Vos responsables"),
                                duree)
                        .of("rendezvousdelenfant"),
                new Traitement(t("Les rendez-vous que vous avez notés pour des familles"), t("Vous"), duree)
                        .of("rendezvousnotes"));
    }

    @Override
    public String export() {
        return """
                select case when r.responsable_id = :id then 'rendezvous'
                            when r.eleve_id = :id then 'rendezvousdelenfant'
                            else 'rendezvousnotes' end as part,
                       v.titre, null as texte,
                       case when r.responsable_id = :id then c.debut::text end as debut,
                       case when r.responsable_id = :id then p.lieu end as lieu,
                       case when r.responsable_id = :id then r.finie_le::text end as fin, r.prise_le::text as le
                  from liaison.reservation r
                  join liaison.creneau c on c.id = r.creneau_id
                  join liaison.proposition p on p.mot_id = r.mot_id
                  join liaison.version v on v.mot_id = r.mot_id and v.numero = 1
                 where r.responsable_id = :id or r.eleve_id = :id or r.pour_id = :id or r.prise_par_id = :id
                union all
                select 'souhaits', v.titre, null, c.debut::text, null, s.fini_le::text, s.fait_le::text
                  from liaison.souhait s
                  left join liaison.creneau c on c.id = s.creneau_id
                  join liaison.version v on v.mot_id = s.mot_id and v.numero = 1
                 where s.responsable_id = :id or s.eleve_id = :id
                """;
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("rendezvous", t("Vos rendez-vous avec l’école"));
        mots.put("rendezvous.titre", t("Mot"));
        mots.put("rendezvous.debut", t("Quand"));
        mots.put("rendezvous.lieu", t("Où"));
        mots.put("rendezvous.fin", t("Rendu le"));
        mots.put("rendezvous.le", t("Pris le"));
        mots.put("rendezvousdelenfant", t("Rendez-vous pris à votre sujet"));
        mots.put("rendezvousdelenfant.titre", t("Mot"));
        mots.put("rendezvousdelenfant.le", t("Pris le"));
        mots.put("rendezvousnotes", t("Rendez-vous que vous avez notés pour des familles"));
        mots.put("rendezvousnotes.titre", t("Mot"));
        mots.put("rendezvousnotes.le", t("Noté le"));
        mots.put("souhaits", t("Les créneaux que vous souhaitiez"));
        mots.put("souhaits.titre", t("Mot"));
        mots.put("souhaits.debut", t("Créneau"));
        mots.put("souhaits.fin", t("Jusqu’au"));
        mots.put("souhaits.le", t("Demandé le"));
        return mots;
    }

    @Override
    public void erase(Collection<UUID> personnes) {
        var ids = personnes.toArray(UUID[]::new);
        jdbc.sql("""
                        delete from liaison.reservation
                         where eleve_id = any(:ids) or responsable_id = any(:ids) or pour_id = any(:ids)
                        """).param("ids", ids).update();
        jdbc.sql("update liaison.reservation set prise_par_id = null where prise_par_id = any(:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql("delete from liaison.souhait where eleve_id = any(:ids) or responsable_id = any(:ids)")
                .param("ids", ids)
                .update();
    }
}
