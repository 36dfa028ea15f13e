package fr.entecole.conventions.signature;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.annuaire.saisies.Saisies;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.facteur.Telephone;
import fr.entecole.conventions.Annees;
import fr.entecole.conventions.Conventions;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.regles.Attente;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Installation;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The mayor of Lézignan signs the year after in the application, and the region what Castelnau has signed.
@MondeTest
class SignatureEnLigneWebTests {

    private static final String LEZIGNAN = "11203";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LectureDesConventions lecture;

    @Autowired
    Clock clock;

    @Test
    void signsWithASecondProofAndKeepsASealedCopyWithItsEvidence() throws IOException {
        var visites = new Visites(context);
        var as = new EnTantQue(context);
        var id = transmitted(visites, as);
        var path = "/conventions/" + id + "/signer";
        var vigie = visites.agent("Vigié");
        assertThat(visites.page(vigie, path)).contains("Signer la convention", "Alain Vigié");
        assertThat(visites.get(visites.agent("Puech"), path))
                .as("not the signatory")
                .hasStatus(404);
        assertThat(visites.get(visites.agent("Vidal"), path)).hasStatus(404);
        assertThat(visites.post(vigie, path)).as("not read").hasStatus(422);
        real(() -> {
            var weak = visites.post(vigie, path, "lu", "true");
            assertThat(weak).hasStatus(422);
            assertThat(Visites.words(weak)).contains("seconde preuve", "Rien n’est signé");
        });

        var compte = as.account(vigie);
        var telephone = Telephone.of(context, compte);
        var session = as.compte(compte);
        assertThat(post(session, path, "lu", "true")).as("asked again").hasStatus(401);
        assertThat(lecture.one(id).orElseThrow().attentes(Dates.day(clock.instant())))
                .containsExactly(Attente.SIGNATURE_COMMUNE);
        assertThat(post(session, "/confirmation", "code", telephone.code())).hasStatus(303);
        assertThat(post(session, path, "lu", "true")).hasStatus(303);
        assertThat(visites.page(vigie, "/conventions/" + id))
                .contains("Signée par la commune", "document-signe.pdf", "preuve-de-signature.pdf");
        assertThat(visites.get(vigie, path)).as("signed").hasStatus(404);

        var files = pack(visites, vigie, id);
        assertThat(new String(files.get("contenu.txt"), StandardCharsets.UTF_8))
                .contains("document scellé par Alain Vigié, sceau intact");
        assertThat(files.get("1-document-signe.pdf")).isNotEmpty();
        jdbc.sql("""
                        insert into conventions.scellement
                               (commune_insee, convention_id, empreinte, signataire, signe_le, sceau)
                        select commune_insee, convention_id, empreinte, 'Quelqu’un d’autre', signe_le, sceau
                          from conventions.scellement where convention_id = :id
                        """).param("id", id).update();
        assertThat(context.getBean(Scellements.class).of(id))
                .as("a row that the application did not make")
                .extracting(Scellements.Scellement::signataire)
                .containsExactly("Alain Vigié");
    }

    @Test
    void signsForTheRegionWhereSomebodyElseOfTheRegionHasNamedTheSignatory() throws IOException {
        var visites = new Visites(context);
        var as = new EnTantQue(context);
        var vidal = visites.agent("Vidal");
        var conventions = context.getBean(Conventions.class);
        var castelnau = lecture.ofCommune("31118").stream()
                .filter(c -> c.attentes(Dates.day(clock.instant())).contains(Attente.SIGNATURE_REGION))
                .findFirst()
                .orElseThrow()
                .id();
        var path = "/conventions/" + castelnau + "/signer";
        jdbc.sql("delete from conventions.habilitation").update();
        assertThat(visites.get(vidal, path)).as("named by nobody").hasStatus(404);
        assertThat(visites.page(vidal, "/conventions/" + castelnau)).doesNotContain("Signer la convention");

        var oneself = visites.post(vidal, "/conventions/signataires", named("Florence", "Vidal"));
        assertThat(oneself).hasStatus(422);
        assertThat(Visites.words(oneself)).contains("On ne s’habilite pas soi-même");
        var nobody = visites.post(vidal, "/conventions/signataires", named("Personne", "Inconnue"));
        assertThat(nobody).hasStatus(422);
        assertThat(Visites.words(nobody)).contains("ne s’appelle ainsi");
        assertThat(visites.post(vidal, "/conventions/signataires")).hasStatus(422);
        assertThat(visites.get(visites.agent("Puech"), "/conventions/signataires"))
                .hasStatus(404);

        var other = context.getBean(Saisies.class)
                .addAgent(new Saisies.Agent(
                        Profil.ADMINISTRATEUR, null, "Paule", "Serre", "paule.serre@example.org", null, null, null));
        assertThat(visites.post(other, "/conventions/signataires", named("Florence", "Vidal")))
                .hasStatus(303);
        assertThat(visites.page(vidal, "/conventions/signataires")).contains("Arrêté du 3 septembre", "Florence Vidal");
        assertThat(visites.page(vidal, "/conventions/" + castelnau)).contains("Signer la convention");
        assertThat(visites.page(vidal, path)).contains("au nom de la région académique", "Secrétaire générale");
        assertThat(visites.get(other, path)).as("not the signatory").hasStatus(404);
        real(() -> {
            var weak = visites.post(vidal, path, "lu", "true");
            assertThat(weak).hasStatus(422);
            assertThat(Visites.words(weak)).contains("seconde preuve", "Rien n’est signé");
        });

        var compte = as.account(vidal);
        var telephone = Telephone.of(context, compte);
        var session = as.compte(compte);
        assertThat(post(session, path, "lu", "true")).as("asked again").hasStatus(401);
        assertThat(post(session, "/confirmation", "code", telephone.code())).hasStatus(303);
        assertThat(post(session, path, "lu", "true")).hasStatus(303);
        assertThat(lecture.one(castelnau).orElseThrow().signatures().region()).isEqualTo(Dates.day(clock.instant()));
        assertThat(context.getBean(Scellements.class).of(castelnau))
                .singleElement()
                .satisfies(seal -> {
                    assertThat(seal.region()).isTrue();
                    assertThat(seal.qualite()).isEqualTo("Secrétaire générale");
                });
        var files = pack(visites, vidal, castelnau);
        assertThat(new String(files.get("contenu.txt"), StandardCharsets.UTF_8))
                .contains("document scellé par Florence Vidal, sceau intact");
        var sealed = files.entrySet().stream()
                .filter(e -> e.getKey().endsWith("document-signe.pdf"))
                .findFirst()
                .orElseThrow();
        assertThat(words(sealed.getValue()))
                .contains(
                        "Signé dans l’ENT-École par Florence Vidal, Secrétaire générale, le", "sur un document déposé");
        var evidence = files.entrySet().stream()
                .filter(e -> e.getKey().endsWith("preuve-de-signature.pdf"))
                .findFirst()
                .orElseThrow();
        assertThat(words(evidence.getValue())).contains("Arrêté du 3 septembre", "notée par Paule Serre");

        var id = jdbc.sql("select id from conventions.habilitation")
                .query(UUID.class)
                .single();
        assertThat(visites.post(other, "/conventions/signataires/" + id + "/retrait"))
                .hasStatus(303);
        assertThat(visites.post(other, "/conventions/signataires/" + id + "/retrait"))
                .as("already")
                .hasStatus(422);
        jdbc.sql("update conventions.scellement set par_id = null where convention_id = :id")
                .param("id", castelnau)
                .update();
        assertThat(context.getBean(Scellements.class).of(castelnau))
                .as("what was signed stays")
                .hasSize(1);
        assertThat(conventions.sign(castelnau, true, Dates.day(clock.instant()), List.of(), who(as, vidal)))
                .as("signed")
                .isPresent();
    }

    private String[] named(String prenom, String nom) {
        var today = Dates.day(clock.instant());
        return new String[] {
            "prenom",
            prenom,
            "nom",
            nom,
            "qualite",
            "Secrétaire générale",
            "acte",
            "Arrêté du 3 septembre",
            "du",
            today.toString(),
            "au",
            today.plusDays(30).toString()
        };
    }

    private static String words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    /// As on a base that is no demonstration, where who acts for a commune must have a second proof.
    private void real(Runnable tried) {
        var installation = context.getBean(Installation.class);
        mark("demonstration", "pas-demonstration", installation);
        try {
            tried.run();
        } finally {
            mark("pas-demonstration", "demonstration", installation);
        }
    }

    private void mark(String from, String to, Installation installation) {
        jdbc.sql("update socle.installation set cle = :to where cle = :from")
                .param("from", from)
                .param("to", to)
                .update();
        installation.read();
    }

    private UUID transmitted(Visites visites, EnTantQue as) {
        int annee = AnneeScolaire.of(Dates.day(clock.instant())).rentree() + 1;
        var annees = context.getBean(Annees.class);
        annees.publish(annees.proposed(annee), 0, who(as, visites.agent("Vidal")));
        var before = lecture.ofCommune(LEZIGNAN).getFirst();
        var puech = who(as, visites.agent("Puech"));
        var conventions = context.getBean(Conventions.class);
        var id = conventions
                .declare(puech, LEZIGNAN, annee, before.declaration(), before.ecoles())
                .orElseThrow();
        conventions.transmit(id, puech);
        return id;
    }

    private Utilisateur who(EnTantQue as, UUID personne) {
        return context.getBean(Utilisateurs.class)
                .of(as.account(personne), null)
                .orElseThrow();
    }

    private MvcTestResult post(Cookie session, String path, String... fields) {
        var request = mvc.post().uri(path).cookie(session);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.with(formulaire()).exchange();
    }

    private static Map<String, byte[]> pack(Visites visites, UUID who, UUID id) throws IOException {
        var answer = visites.post(who, "/conventions/" + id + "/dossier");
        assertThat(answer).hasStatusOk();
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
