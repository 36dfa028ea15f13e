package fr.entecole.liaison.formulaires;

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

/// Who has answered which form, and what, where it was not anonymous: an anonymous answer is nobody's, and stays when
/// whoever gave it is forgotten.
@Component
class DonneesDesFormulaires implements DonneesDUnePartie {

    private final JdbcClient jdbc;

    DonneesDesFormulaires(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Traitement> describe(Duration duree) {
        return List.of(
                new Traitement(
                                t("Les questionnaires auxquels vous avez répondu, ou l’un de vos responsables"),
                                t("Vous"),
                                duree)
                        .of("questionnaires"),
                new Traitement(
                                t(
                                        "Vos réponses, quand elles ne sont pas anonymes\u00a0; l’auteur et la direction les voient"),
                                t("Vous"),
                                duree)
                        .of("reponsesdonnees"));
    }

    @Override
    public String export() {
        return """
                select 'questionnaires' as part, v.titre, null as texte, null as debut, null as lieu, null as fin,
                       p.repondu_le::text as le
                  from liaison.participation p join liaison.version v on v.mot_id = p.mot_id and v.numero = 1
                 where p.responsable_id = :id or p.eleve_id = :id or p.pour_id = :id
                union all
                select 'reponsesdonnees', q.libelle,
                       coalesce(nullif(r.texte, ''), r.nombre::text,
                                (select string_agg(q.options[n], ', ') from unnest(r.choix) n)),
                       null, null, null, p.repondu_le::text
                  from liaison.bulletin r
                  join liaison.question q on q.id = r.question_id
                  join liaison.participation p on p.mot_id = r.mot_id and p.pour_id = r.pour_id
                 where p.responsable_id = :id
                """;
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("questionnaires", t("Questionnaires auxquels il a été répondu"));
        mots.put("questionnaires.titre", t("Mot"));
        mots.put("questionnaires.le", t("Répondu le"));
        mots.put("reponsesdonnees", t("Vos réponses à des questionnaires"));
        mots.put("reponsesdonnees.titre", t("Question"));
        mots.put("reponsesdonnees.texte", t("Réponse"));
        mots.put("reponsesdonnees.le", t("Répondu le"));
        return mots;
    }

    @Override
    public void erase(Collection<UUID> personnes) {
        var ids = personnes.toArray(UUID[]::new);
        jdbc.sql("""
                        with parties as (
                            delete from liaison.participation
                             where responsable_id = any(:ids) or eleve_id = any(:ids) or pour_id = any(:ids)
                            returning mot_id, pour_id)
                        delete from liaison.bulletin r using parties p
                         where (r.mot_id, r.pour_id) = (p.mot_id, p.pour_id)
                        """).param("ids", ids).update();
    }
}
