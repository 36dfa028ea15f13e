package fr.entecole.liaison.familles;

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

/// What guardians have said goes with its author and with the child; what the school has answered stays for them,
/// without who wrote it.
@Component
class DonneesDesFamilles implements DonneesDUnePartie {

    private final JdbcClient jdbc;

    DonneesDesFamilles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Traitement> describe(Duration duree) {
        return List.of(
                new Traitement(
                                t(
                                        "Ce que vous avez dit à l’école de votre enfant\u00a0: absences, personnes qui viennent le chercher, questions"),
                                t("Vous"),
                                duree)
                        .of("paroles"),
                new Traitement(t("Ce que vous avez répondu, à l’école ou aux familles"), t("Vous"), duree).of("suites"),
                new Traitement(
                                t("Qu’un de vos responsables a dit quelque chose de vous à l’école, et quand"),
                                t("Vos responsables"),
                                duree)
                        .of("dites"),
                new Traitement(t("Quand vous avez ouvert ce qu’une famille a dit"), t("L’ENT"), duree).of("vues"));
    }

    @Override
    public String export() {
        return """
                select 'paroles' as part, nullif(p.texte, '') as texte, p.debut::text as jour, nullif(p.personne, '') as personne, p.dite_le::text as le
                  from liaison.parole p where p.auteur_id = :id
                union all
                select 'suites', s.texte, null, null, s.ecrite_le::text from liaison.parole_suite s
                 where s.auteur_id = :id
                union all
                select 'vues', null, null, null, v.vue_le::text from liaison.parole_vue v
                 where v.personne_id = :id
                union all
                select 'dites', null, null, null, p.dite_le::text from liaison.parole p
                 where p.eleve_id = :id
                order by 1, 5
                """;
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("paroles", t("Ce que vous avez dit à l’école"));
        mots.put("paroles.texte", t("Vos mots"));
        mots.put("paroles.jour", t("Pour le"));
        mots.put("paroles.personne", t("Qui vient"));
        mots.put("paroles.le", t("Dit le"));
        mots.put("suites", t("Ce que vous avez répondu"));
        mots.put("suites.texte", t("Vos mots"));
        mots.put("suites.le", t("Écrit le"));
        mots.put("dites", t("Ce qu’un de vos responsables a dit de vous à l’école"));
        mots.put("dites.le", t("Dit le"));
        mots.put("vues", t("Ce que vous avez ouvert"));
        mots.put("vues.le", t("Ouvert le"));
        return mots;
    }

    @Override
    public void erase(Collection<UUID> personnes) {
        var ids = personnes.toArray(UUID[]::new);
        jdbc.sql("delete from liaison.parole where auteur_id = any(:ids) or eleve_id = any(:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql("delete from liaison.parole_vue where personne_id = any(:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql("update liaison.parole_suite set auteur_id = null where auteur_id = any(:ids)")
                .param("ids", ids)
                .update();
    }

    @Override
    public void purge(int derniere) {
        jdbc.sql("delete from liaison.parole where annee <= :annee")
                .param("annee", derniere)
                .update();
    }
}
