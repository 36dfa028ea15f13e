package fr.entecole.signalement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Profil;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Mots to the CM1 of Claire Estève, reported by its families.
@MondeTest
class SignalementWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Scelles preuves;

    @Autowired
    PreuvesCommande commande;

    @Autowired
    SignalementDonneesPersonnelles donnees;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    Visites visites;
    UUID esteve;
    UUID castans;
    UUID samira;
    UUID karim;
    UUID yvan;

    @BeforeEach
    void nothingIsReported() {
        visites = new Visites(context);
        jdbc.sql("delete from signalement.dossier").update();
        jdbc.sql("delete from liaison.masque").update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = responsable("SAMIRA", "BENALI");
        karim = responsable("KARIM", "BENALI");
        yvan = responsable("YVAN", "GALY");
    }

    // --- who reports ---------------------------------------------------------------------------------------------

    @Test
    void letsNobodyReportWhatTheyDoNotReadOrWrote() {
        var mot = mot(esteve);
        assertThat(visites.get(yvan, "/signaler/mot/" + mot)).hasStatus(404);
        assertThat(visites.get(visites.eleve("500101"), "/signaler/mot/" + mot)).hasStatus(404);
        assertThat(visites.get(esteve, "/signaler/mot/" + mot)).as("her own").hasStatus(404);
        assertThat(visites.get(samira, "/signaler/album/" + mot)).hasStatus(404);
        assertThat(visites.post(yvan, "/signaler/mot/" + mot, "categorie", "AUTRE"))
                .hasStatus(404);
        assertThat(jdbc.sql("select count(*) from signalement.signalement")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void asksWhatIsWrongAndLosesNothingOfWhatWasTyped() {
        var mot = mot(esteve);
        var answer = visites.post(samira, "/signaler/mot/" + mot, "mots", "Ce n’est pas vrai");
        assertThat(answer).hasStatus(422);
        assertThat(Visites.words(answer)).contains("Choisissez ce qui ne va pas", "Ce n’est pas vrai");
        var other = visites.post(samira, "/signaler/mot/" + mot, "categorie", "AUTRE");
        assertThat(other).hasStatus(422);
        assertThat(Visites.words(other)).contains("Dites ce qui ne va pas en quelques mots");
        assertThat(visites.post(samira, "/signaler/mot/" + mot, "categorie", "AUTRE", "mots", "a".repeat(501)))
                .hasStatus(422);
    }

    @Test
    void takesOneReportOfAPersonForOneAndStopsWhoReportsEverything() {
        var mot = mot(esteve);
        var first = report(samira, mot);
        assertThat(report(samira, mot)).isEqualTo(first);
        assertThat(count("signalement.signalement")).isOne();
        for (int i = 0; i < 4; i++) {
            report(samira, mot(esteve));
        }
        var answer = visites.post(samira, "/signaler/mot/" + mot(esteve), "categorie", "MOQUERIE");
        assertThat(answer).hasStatus(422);
        assertThat(Visites.words(answer)).contains("Vous avez déjà signalé 5 contenus", "Parlez-en à l’école");
        assertThat(count("signalement.signalement")).isEqualTo(5);
    }

    @Test
    void showsThe3018ToWhoReportsAndSaysWhoWillRead() {
        assertThat(visites.page(samira, "/signaler/mot/" + mot(esteve)))
                .contains("3018", "Il ne saura pas qui a signalé", "Ils voient votre nom");
        var pupil = visites.eleve("500101");
        var mot = mot(esteve, "ELEVES");
        assertThat(visites.page(pupil, "/signaler/mot/" + mot))
                .contains("Qu’est-ce qui ne va pas", "Tu peux aussi appeler le 3018", "Écouter");
        var dossier = report(pupil, mot);
        assertThat(visites.page(pupil, "/signalements/" + dossier)).contains("Un adulte de l’école va lire");
        decide(castans, dossier, "MASQUE", "On ne dit pas cela.");
        assertThat(visites.page(pupil, "/signalements/" + dossier))
                .contains("Un adulte a décidé : c’est caché, les autres ne le lisent plus.", "On ne dit pas cela.")
                .doesNotContain("Masqué");
    }

    // --- who knows -----------------------------------------------------------------------------------------------

    @Test
    void tellsTheAuthorNothingOfWhoReportedNorThatAnyoneDid() {
        var mot = mot(esteve);
        var dossier = report(samira, mot);
        assertThat(visites.get(esteve, "/signalements/" + dossier)).hasStatus(404);
        assertThat(visites.page(esteve, "/signalements")).contains("Rien n’a été signalé");
        assertThat(visites.page(esteve, "/")).doesNotContain("contenu signalé");
        assertThat(visites.post(esteve, "/signalements/" + dossier + "/decision", "sens", "RIEN", "motif", "x"))
                .hasStatus(404);
        assertThat(told("signalement-recu", dossier))
                .contains(castans.toString())
                .doesNotContain(esteve.toString());
        decide(castans, dossier, "RETIRE", "Ce n’est pas le ton de l’école.");
        assertThat(jdbc.sql("select titre from notifications.depot where sorte = 'contenu-decide' and chose = :chose")
                        .param("chose", dossier)
                        .query(String.class)
                        .single())
                .matches("Ce que vous avez publié a été retiré\u00a0: .+");
        assertThat(visites.page(esteve, "/signalements/" + dossier))
                .contains("Retiré", "Ce n’est pas le ton de l’école")
                .doesNotContain("Samira", "SAMIRA", "Benali");
    }

    @Test
    void namesNobodyInTheJournalOfTheSchool() {
        var dossier = report(samira, mot(esteve));
        assertThat(jdbc.sql("select acteur_compte is null from journal.fait where objet_id = :id")
                        .param("id", dossier.toString())
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    @Test
    void goesPastTheHeadWhoWroteIt() {
        var mot = mot(castans);
        var dossier = report(samira, mot);
        assertThat(visites.get(castans, "/signalements/" + dossier)).hasStatus(404);
        assertThat(visites.get(esteve, "/signalements/" + dossier))
                .as("who works for the head")
                .hasStatus(404);
        assertThat(jdbc.sql(
                                "select count(*) from journal.fait_ecole f join journal.fait j on j.id = f.fait_id where j.objet_id = :id")
                        .param("id", dossier.toString())
                        .query(Integer.class)
                        .single())
                .as("nor in the journal that the head reads")
                .isZero();
        var ien = agentOf("IEN");
        assertThat(visites.page(ien, "/")).contains("Un contenu signalé");
        assertThat(visites.page(ien, "/signalements/" + dossier)).contains("Samira Benali");
        decide(ien, dossier, "MASQUE", "À reprendre avec moi.");
        assertThat(visites.get(samira, "/liaison/mots/" + mot)).hasStatus(404);
        assertThat(visites.page(castans, "/signalements/" + dossier)).contains("À reprendre avec moi");
    }

    // --- hidden meanwhile ----------------------------------------------------------------------------------------

    @Test
    void staysReadableWhenOnePersonHasReportedAndIsHiddenWhenTwoHave() {
        var mot = mot(esteve);
        report(samira, mot);
        assertThat(visites.get(karim, "/liaison/mots/" + mot)).hasStatusOk();
        report(karim, mot);
        assertThat(visites.get(karim, "/liaison/mots/" + mot)).hasStatus(404);
        assertThat(visites.page(samira, "/liaison")).doesNotContain(mot.toString());
        assertThat(visites.page(samira, "/")).doesNotContain(mot.toString());
        assertThat(visites.get(esteve, "/liaison/mots/" + mot)).as("its author").hasStatusOk();
    }

    @Test
    void isHiddenAtOnceWhenSomebodyOfTheSchoolSaysSo() {
        var mot = mot(esteve);
        assertThat(visites.post(samira, "/signaler/mot/" + mot, "categorie", "MOQUERIE", "masque", "true"))
                .hasStatus(303);
        assertThat(visites.get(samira, "/liaison/mots/" + mot))
                .as("a guardian may not say so")
                .hasStatusOk();
        assertThat(visites.post(castans, "/signaler/mot/" + mot, "categorie", "CHOQUANT", "masque", "true"))
                .hasStatus(303);
        assertThat(visites.get(samira, "/liaison/mots/" + mot)).hasStatus(404);
    }

    @Test
    void isNotHiddenAgainByReadersOnceTheHeadHasShownIt() {
        var mot = mot(esteve);
        jdbc.sql("""
                        insert into notifications.depot (sorte, chose, pour, adresse, titre, depose_le)
                        values ('mot-de-liaison', :id, '', '/liaison', 'Un mot', :le)
                        """).param("id", mot).param("le", OffsetDateTime.now(clock)).update();
        var dossier = report(samira, mot);
        assertThat(visites.post(castans, "/signalements/" + dossier + "/masque"))
                .hasStatus(303);
        assertThat(visites.get(samira, "/liaison/mots/" + mot)).hasStatus(404);
        assertThat(bells(mot)).as("the bell goes with the mot").isZero();
        assertThat(visites.post(castans, "/signalements/" + dossier + "/montre"))
                .hasStatus(303);
        assertThat(bells(mot)).isOne();
        report(karim, mot);
        assertThat(visites.get(samira, "/liaison/mots/" + mot)).hasStatusOk();
    }

    private int bells(UUID mot) {
        return jdbc.sql("""
                        select count(*) from notifications.depot
                         where sorte = 'mot-de-liaison' and chose = :id and annule_le is null
                        """).param("id", mot).query(Integer.class).single();
    }

    @Test
    void hidesNothingForWhoHasReportedThreeTimesWithoutReason() {
        for (int i = 0; i < 3; i++) {
            decide(castans, report(samira, mot(esteve)), "RIEN", "Rien de mal.");
        }
        var mot = mot(esteve);
        report(samira, mot);
        report(karim, mot);
        assertThat(visites.get(karim, "/liaison/mots/" + mot)).hasStatusOk();
    }

    // --- decided -------------------------------------------------------------------------------------------------

    @Test
    void wantsAReasonAndTellsWhoReported() {
        var mot = mot(esteve);
        var dossier = report(samira, mot);
        assertThat(visites.page(castans, "/")).contains("Un contenu signalé");
        var answer = visites.post(castans, "/signalements/" + dossier + "/decision", "sens", "RIEN");
        assertThat(answer).hasStatus(422);
        assertThat(visites.page(samira, "/signalements/" + dossier)).contains("L’école lit et décide");
        decide(castans, dossier, "RIEN", "C’est une sortie prévue.");
        assertThat(visites.page(samira, "/signalements/" + dossier))
                .contains("Rien à reprocher", "C’est une sortie prévue", "disparaîtra le");
        assertThat(told("signalement-repondu", dossier)).contains(samira.toString());
        assertThat(visites.get(karim, "/signalements/" + dossier)).hasStatus(404);
    }

    @Test
    void takesAwayForGoodWhatEveryoneHadRead() {
        var mot = mot(esteve);
        visites.page(karim, "/liaison/mots/" + mot);
        var dossier = report(samira, mot);
        var asked = visites.post(
                castans,
                "/signalements/" + dossier + "/decision",
                "sens",
                "RETIRE",
                "motif",
                "Des noms d’enfants y sont.");
        assertThat(asked).hasStatusOk();
        assertThat(Visites.words(asked))
                .contains("Retirer pour de bon", "Une personne l’a lu", "Des noms d’enfants y sont");
        assertThat(visites.get(karim, "/liaison/mots/" + mot)).as("not yet").hasStatusOk();
        decide(castans, dossier, "RETIRE", "Des noms d’enfants y sont.");
        var gone = visites.get(karim, "/liaison/mots/" + mot);
        assertThat(gone).hasStatus(410);
        assertThat(Visites.words(gone))
                .contains("Ce mot a été retiré par l’école")
                .doesNotContain("Ce qu’il dit");
        assertThat(visites.get(yvan, "/liaison/mots/" + mot))
                .as("it was not for him")
                .hasStatus(404);
        assertThat(visites.get(esteve, "/liaison/mots/" + mot)).hasStatus(404);
        assertThat(visites.post(castans, "/signalements/" + dossier + "/decision", "sens", "RIEN", "motif", "Non"))
                .hasStatus(422);
        assertThat(visites.page(castans, "/signalements/" + dossier)).contains("Ce qu’il dit.", "preuve n°");
    }

    // --- evidence ------------------------------------------------------------------------------------------------

    @Test
    void seesWhatWasChangedInTheEvidence() {
        var dossier = report(samira, mot(esteve));
        report(samira, mot(esteve));
        assertThat(preuves.check().rompue()).isZero();
        assertThat(commande.run(List.of())).isZero();
        for (var sql : List.of("update signalement.preuve set contenu = '{}'", "delete from signalement.preuve")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("append-only");
        }
        long numero = jdbc.sql("select numero from signalement.preuve where dossier_id = :id")
                .param("id", dossier)
                .query(Long.class)
                .single();
        forced("update signalement.preuve set contenu = replace(contenu, 'dit', 'dirait') where numero = " + numero);
        assertThat(preuves.check().rompue()).isEqualTo(numero);
        assertThat(commande.run(List.of())).isEqualTo(2);
        forced("update signalement.preuve set contenu = replace(contenu, 'dirait', 'dit') where numero = " + numero);
        assertThat(preuves.check().rompue()).isZero();
    }

    /// Of every profile that there is, the region and the protection of data too.
    @Test
    void showsWhatIsSealedToNobodyButThoseWhoDecide() {
        var dossier = report(samira, mot(esteve));
        var path = "/signalements/" + dossier;
        assertThat(visites.page(castans, path)).contains("Ce qu’il dit.", "preuve n°");
        assertThat(visites.page(samira, path)).as("who has reported").doesNotContain("preuve n°");
        var ecole = reperes.ecole("0110358E");
        Map<Profil, UUID> all = new EnumMap<>(Profil.class);
        new EnTantQue(context)
                .everyone().stream()
                        .filter(u -> !u.is(Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL)
                                || !u.ecoles().contains(ecole))
                        .filter(u -> !u.personnes().contains(samira))
                        .forEach(u -> all.putIfAbsent(u.profil(), u.personneId()));
        assertThat(all).hasSizeGreaterThan(10).containsKeys(Profil.ADMINISTRATEUR, Profil.DPO, Profil.IEN);
        all.forEach((profil, who) -> {
            assertThat(visites.get(who, path)).as(profil.name()).hasStatus(404);
            assertThat(visites.post(who, path + "/decision", "sens", "RIEN", "motif", "x"))
                    .as(profil.name())
                    .hasStatus(404);
        });
    }

    @Test
    void sealsAgainOnlyWhatSaysSomethingElse() {
        var mot = mot(esteve);
        var dossier = report(samira, mot);
        report(karim, mot);
        assertThat(sealed(dossier)).isOne();
    }

    @Test
    void letsTheOldestGoAtTheirTermAndTheChainHolds() {
        var dossier = report(samira, mot(esteve));
        report(samira, mot(esteve));
        forced("update signalement.preuve set scellee_le = scellee_le - interval '3 years' where dossier_id = '"
                + dossier + "'");
        donnees.purge();
        assertThat(sealed(dossier)).isZero();
        assertThat(preuves.check().rompue()).isZero();
        report(karim, mot(esteve));
        assertThat(preuves.check().rompue()).isZero();
    }

    /// As who holds the database itself may.
    private void forced(String sql) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql).update();
        });
    }

    private int sealed(UUID dossier) {
        return jdbc.sql("select count(*) from signalement.preuve where dossier_id = :id")
                .param("id", dossier)
                .query(Integer.class)
                .single();
    }

    private UUID report(UUID who, UUID mot) {
        var answer = visites.post(who, "/signaler/mot/" + mot, "categorie", "MOQUERIE", "mots", "On se moque.");
        assertThat(answer).hasStatus(303);
        return jdbc.sql("select id from signalement.dossier where chose = :mot order by id desc limit 1")
                .param("mot", mot)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private void decide(UUID who, UUID dossier, String sens, String motif) {
        assertThat(visites.post(
                        who,
                        "/signalements/" + dossier + "/decision",
                        "sens",
                        sens,
                        "motif",
                        motif,
                        "confirme",
                        "true"))
                .hasStatus(303);
    }

    private String told(String sorte, UUID dossier) {
        return jdbc.sql(
                        "select pour from notifications.depot where sorte = :sorte and chose = :chose and annule_le is null")
                .param("sorte", sorte)
                .param("chose", dossier)
                .query(String.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private UUID responsable(String prenom, String nom) {
        return jdbc.sql(
                        "select id from annuaire.responsable where upper(prenom) = :prenom and upper(nom) = :nom limit 1")
                .param("prenom", prenom)
                .param("nom", nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private UUID agentOf(String fonction) {
        return new EnTantQue(context)
                .everyone().stream()
                        .filter(u -> u.profil().name().equals(fonction))
                        .filter(u -> jdbc.sql("select circonscription_id from annuaire.lieu where ecole_id = :ecole")
                                .param("ecole", reperes.ecole("0110358E"))
                                .query((rs, _) -> rs.getObject(1, UUID.class))
                                .single()
                                .equals(u.circonscription()))
                        .findFirst()
                        .orElseThrow()
                        .personneId();
    }

    private UUID mot(UUID auteur) {
        return mot(auteur, "RESPONSABLES");
    }

    private UUID mot(UUID auteur, String qui) {
        var id = UUID.randomUUID();
        var now = OffsetDateTime.now(clock).minusMinutes(5);
        Map<String, Object> of = new HashMap<>();
        of.put("id", id);
        of.put("ecole", reperes.ecole("0110358E"));
        of.put("auteur", auteur);
        of.put("cle", "CLASSE." + qui + "." + reperes.classe("11", "514"));
        of.put("le", now);
        of.put("jour", now.toLocalDate());
        of.put("empreinte", id.toString().getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                        insert into liaison.mot (id, ecole_id, auteur_id, annee, jour, empreinte, publie_le, visible_le, genre,
                               attendu, repondants)
                        values (:id, :ecole, :auteur, 2026, :jour, :empreinte, :le, :le, 'INFORMATION', 'RIEN', 'CHACUN')
                        """).params(of).update();
        jdbc.sql("""
                        insert into liaison.version (ecole_id, mot_id, numero, titre, texte, auteur_id, ecrite_le, visible_le, signatures)
                        values (:ecole, :id, 1, 'Un mot signalé', '<p>Ce qu’il dit.</p>', :auteur, :le, :le, 'DEMANDEES')
                        """).params(of).update();
        jdbc.sql("insert into liaison.destination (ecole_id, cle, mot_id) values (:ecole, :cle, :id)")
                .params(of)
                .update();
        return id;
    }
}
