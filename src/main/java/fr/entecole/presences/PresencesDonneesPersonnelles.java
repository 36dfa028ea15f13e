package fr.entecole.presences;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The register, which the law keeps for ten years whatever becomes of accounts, and what stands beside it, which goes
/// with its person. A guardian reads of their child what the school called, and of reasons their own alone.
@Component
class PresencesDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activitePresences() {
        return ActiviteDeclaree.of(
                "presences",
                () -> new Activite(
                        t("Présences et absences"),
                        t("Faire l’appel, avertir les familles, suivre l’assiduité et savoir qui est là."),
                        Base.OBLIGATION,
                        t("Élèves, responsables, enseignants"),
                        t("L’équipe de l’école, les responsables de l’élève")));
    }

    private static final Duration TEN_YEARS = Duration.ofDays(3653L + 366);

    private static final Duration WEEK = Duration.ofDays(7);

    private static final Duration NOMS = Duration.ofDays(Choix.JOURS_DES_NOMS);

    private static final String APPELS = """
            select d.jour::text as jour, d.moment, d.etat, d.arrive::text as arrive, d.parti::text as parti
              from (select distinct ecole_id from presences.nom where eleve_id = :id
                    union select ecole_id from presences.ligne where eleve_id = :id) n
             cross join lateral (select q.jour, q.moment, q.etat, q.arrive, q.parti from presences.dernier q
                                  where q.ecole_id = n.ecole_id and q.eleve_id = :id
                                    and q.classe_id = any(presences.classes_of(n.ecole_id, array[:id::uuid]))) d
             where d.etat <> 'RETIRE' order by d.jour, d.moment desc
            """;

    private final JdbcClient jdbc;
    private final ReglagesPresences reglages;
    private final Clock clock;

    PresencesDonneesPersonnelles(JdbcClient jdbc, ReglagesPresences reglages, Clock clock) {
        this.jdbc = jdbc;
        this.reglages = reglages;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "presences";
    }

    @Override
    public List<Traitement> describe() {
        return List.of(
                new Traitement(
                                t("Le registre d’appel\u00a0: présences, absences et retards, gardé dix ans"),
                                t("Les enseignants, à chaque demi-journée (code de l’éducation, R131-5)"),
                                TEN_YEARS)
                        .of("appels", "noms"),
                new Traitement(
                                t("Les raisons d’absence, effacées quand l’enfant ou le responsable est oublié"),
                                t("Les responsables, ou l’école qui a noté ce qu’on lui disait"),
                                TEN_YEARS)
                        .of("raisons", "suivi", "amenagements"),
                new Traitement(
                                t("Qui a été retrouvé pendant une évacuation ou un exercice"),
                                t("Les adultes de l’école, à ce moment-là"),
                                WEEK)
                        .of("retrouves"),
                new Traitement(
                                t(
                                        "Qui mange à la cantine, reste à la garderie ou à l’étude, là où la commune sert et où la direction le veut"),
                                t("Les enseignants, avec l’appel"),
                                NOMS)
                        .of("services"),
                new Traitement(
                                t("Les appels que vous avez faits et les mois que vous avez signés"),
                                t("Vous"),
                                TEN_YEARS)
                        .of("faits", "gestes"));
    }

    @Override
    public int enonces() {
        return 2;
    }

    @Override
    public Map<String, Object> export(UUID personneId) {
        Map<String, List<Map<String, Object>>> parts = new LinkedHashMap<>();
        put(parts, "appels", jdbc.sql(APPELS).param("id", personneId).query().listOfRows());
        jdbc.sql("""
                        select 'noms' as part, annee::text as jour, prenom || ' ' || nom as texte, niveau as quoi
                          from presences.nom where eleve_id = :id
                        union all
                        select 'raisons', du::text, nullif(precisions, ''), motif from presences.excuse
                         where :id in (eleve_id, responsable_id, note_par)
                        union all
                        select 'suivi', jour::text, motivation, sens from presences.decision where :id in (eleve_id, auteur_id)
                        union all
                        select 'suivi', jour::text, nullif(note, ''), sorte from presences.etape where :id in (eleve_id, auteur_id)
                        union all
                        select 'amenagements', du::text, motif, null from presences.amenagement
                         where :id in (eleve_id, auteur_id)
                        union all
                        select 'faits', jour::text, nullif(motif, ''), geste from presences.appel where auteur_id = :id
                        union all
                        select 'gestes', jour::text, null, 'SIGNATURE' from presences.signature where auteur_id = :id
                        union all
                        select 'gestes', fait_le::date::text, null, quoi from presences.choix where auteur_id = :id
                        union all
                        select 'gestes', jour::text, nombre::text, service from presences.nombre where auteur_id = :id
                        union all
                        select 'gestes', debut_le::date::text, nullif(remarques, ''), genre from presences.exercice
                         where auteur_id = :id
                        union all
                        select 'services', jour::text, null, service from presences.servi
                         where eleve_id = :id
                        union all
                        select 'retrouves', trouve_le::date::text, null, null from presences.retrouve
                         where :id in (eleve_id, auteur_id)
                         order by 1, 2
                        """)
                .param("id", personneId)
                .query()
                .listOfRows()
                .forEach(row -> put(parts, String.valueOf(row.remove("part")), List.of(row)));
        return new LinkedHashMap<>(parts);
    }

    private static void put(
            Map<String, List<Map<String, Object>>> parts, String part, List<Map<String, @Nullable Object>> rows) {
        for (var row : rows) {
            Map<String, Object> held = new LinkedHashMap<>();
            row.forEach((mot, valeur) -> {
                if (valeur != null) {
                    held.put(mot, valeur);
                }
            });
            parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(held);
        }
    }

    /// What the school called is both households' to know; a reason is of who gave it.
    @Override
    public Map<String, Object> exportForGuardian(UUID eleveId, Set<UUID> responsables) {
        Map<String, List<Map<String, Object>>> parts = new LinkedHashMap<>();
        put(parts, "appels", jdbc.sql(APPELS).param("id", eleveId).query().listOfRows());
        return new LinkedHashMap<>(parts);
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("appels", t("Le registre d’appel"));
        mots.put("appels.jour", t("Jour"));
        mots.put("appels.moment", t("Moment"));
        mots.put("appels.etat", t("Dit"));
        mots.put("appels.arrive", t("Arrivé à"));
        mots.put("appels.parti", t("Parti à"));
        mots.put("noms", t("Inscrit au registre d’appel"));
        mots.put("raisons", t("Raisons d’absence"));
        mots.put("suivi", t("Suivi de l’assiduité"));
        mots.put("amenagements", t("Demi-journées aménagées"));
        mots.put("faits", t("Appels que vous avez faits"));
        mots.put("gestes", t("Mois signés, comptes, réglages et évacuations"));
        mots.put("services", t("Cantine, garderie, étude"));
        mots.put("retrouves", t("Retrouvé pendant une évacuation"));
        for (var part :
                List.of("noms", "raisons", "suivi", "amenagements", "faits", "gestes", "services", "retrouves")) {
            mots.put(part + ".jour", t("Jour"));
            mots.put(part + ".texte", t("Texte"));
            mots.put(part + ".quoi", t("Quoi"));
        }
        return mots;
    }

    /// The register's codes, in words.
    @Override
    public Object shown(String mot, Object valeur) {
        var code = valeur.toString();
        return switch (mot) {
            case "appels.etat" -> Etat.valueOf(code).libelle();
            case "appels.moment" -> Moment.valueOf(code) == Moment.MATIN ? t("Matin") : t("Après-midi");
            case "raisons.quoi" -> Motif.of(code).map(Motif::libelle).orElse(code);
            case "suivi.quoi", "faits.quoi", "gestes.quoi", "services.quoi" -> gesture(code);
            default -> valeur;
        };
    }

    private static String gesture(String code) {
        return switch (code) {
            case "LEGITIME" -> t("Absence dite légitime");
            case "NON_LEGITIME" -> t("Absence dite sans motif légitime");
            case "LOI" -> t("Absence rendue à la règle");
            case "CONTACT" -> t("Prise de contact");
            case "ENTRETIEN" -> t("Entretien");
            case "DOSSIER" -> t("Dossier");
            case "SANS_SUITE" -> t("Sans suite");
            case "APPEL" -> t("Appel");
            case "CORRECTION" -> t("Correction");
            case "RETOUR" -> t("Appel repris");
            case "CONTRE_ECRITURE" -> t("Contre-écriture");
            case "SIGNATURE" -> t("Mois signé");
            case "INCENDIE", "INTRUSION", "RISQUE", "REEL" -> t("Exercice ou évacuation");
            default -> Choix.Quoi.valueOf(code).libelle();
        };
    }

    @Override
    public void erase(UUID personneId) {
        erase(List.of(personneId));
    }

    @Override
    public void erase(Collection<UUID> personnes) {
        var ids = personnes.toArray(UUID[]::new);
        for (var sql : List.of(
                "delete from presences.excuse where eleve_id = any(:ids) or responsable_id = any(:ids)",
                "update presences.excuse set note_par = null where note_par = any(:ids)",
                "delete from presences.decision where eleve_id = any(:ids)",
                "update presences.decision set auteur_id = null where auteur_id = any(:ids)",
                "delete from presences.amenagement where eleve_id = any(:ids)",
                "update presences.amenagement set auteur_id = null where auteur_id = any(:ids)",
                "delete from presences.etape where eleve_id = any(:ids)",
                "update presences.etape set auteur_id = null where auteur_id = any(:ids)",
                "update presences.choix set auteur_id = null where auteur_id = any(:ids)",
                "update presences.nombre set auteur_id = null where auteur_id = any(:ids)",
                "delete from presences.servi where eleve_id = any(:ids)",
                "update presences.servi set auteur_id = null where auteur_id = any(:ids)",
                "delete from presences.retrouve where eleve_id = any(:ids) or auteur_id = any(:ids)",
                "update presences.exercice set auteur_id = null where auteur_id = any(:ids)")) {
            jdbc.sql(sql).param("ids", ids).update();
        }
        jdbc.sql("update presences.nom set oublie_le = :maintenant where eleve_id = any(:ids) and oublie_le is null")
                .param("maintenant", Lignes.utc(clock.instant()))
                .param("ids", ids)
                .update();
    }

    @Override
    public List<Reste> keeps() {
        var why = t("Le registre d’appel se garde dix ans (archives publiques, code de l’éducation R131-5)");
        return List.of(
                new Reste("ligne.eleve_id", "jour", TEN_YEARS, why),
                new Reste("liste.eleves", "jour", TEN_YEARS, why),
                new Reste("nom.eleve_id", "inscrit_le", TEN_YEARS, why),
                new Reste("appel.auteur_id", "jour", TEN_YEARS, why),
                new Reste("signature.auteur_id", "jour", TEN_YEARS, why),
                new Reste("signature.contenu", "jour", TEN_YEARS, why));
    }

    @Override
    public void purge() {
        var today = LocalDate.now(clock);
        int last = AnneeScolaire.of(today).rentree();
        while (!reglages.fin(new AnneeScolaire(last)).isBefore(today)) {
            last--;
        }
        var before = new AnneeScolaire(last + 1).debut();
        for (var sql : List.of(
                "delete from presences.ligne where jour < :avant",
                "delete from presences.appel where jour < :avant",
                "delete from presences.liste where jour < :avant",
                "delete from presences.nom where inscrit_le::date < :avant",
                "delete from presences.signature where jour < :avant",
                "delete from presences.excuse where au < :avant",
                "delete from presences.decision where jour < :avant",
                "delete from presences.amenagement where au < :avant",
                "delete from presences.etape where jour < :avant",
                "delete from presences.choix where fini_le::date < :avant",
                "delete from presences.nombre where jour < :avant",
                "delete from presences.exercice where fini_le::date < :avant",
                "delete from presences.classe where make_date(annee, 9, 1) < :avant")) {
            jdbc.sql(sql).param("avant", before).update();
        }
        jdbc.sql("delete from presences.servi where jour < :avant")
                .param("avant", today.minusDays(Choix.JOURS_DES_NOMS))
                .update();
        jdbc.sql("delete from presences.retrouve where trouve_le < :avant")
                .param("avant", Lignes.utc(clock.instant().minus(WEEK)))
                .update();
    }
}
