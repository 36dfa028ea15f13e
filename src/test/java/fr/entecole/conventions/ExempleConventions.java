package fr.entecole.conventions;

import static fr.entecole.maison.Passant.ADMINISTRATEUR;
import static fr.entecole.maison.Passant.FINANCES;
import static fr.entecole.maison.Passant.MAIRE;
import static fr.entecole.maison.Passant.REFERENT_VILLE;

import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.conventions.regles.Cessation.Etape;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/// Conventions of the commune of the class: the active one of the named world, with an avenant, a titre that is
/// contested and paid in part; a draft of the year after.
class ExempleConventions implements ExempleDeModule {

    private static final String INSEE = "11203";

    @Override
    public String module() {
        return "conventions";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var lecture = monde.bean(LectureDesConventions.class);
        var today = Dates.day(monde.bean(Clock.class).instant());
        var active = lecture.ofCommune(INSEE).stream()
                .filter(c -> c.etat(today) == Etat.ACTIVE)
                .findFirst()
                .orElseThrow();
        var draft = draft(monde, active);
        var school = active.ecoles().getFirst();
        monde.bean(Avenants.class)
                .amend(
                        active.id(),
                        AvenantRecu.Sorte.LISTE,
                        "Une école de moins",
                        List.of(school),
                        who(monde, REFERENT_VILLE));
        monde.bean(Conventions.class).step(active.id(), Etape.MISE_EN_DEMEURE, today, "Griefs", who(monde, MAIRE));
        var titre = monde.id("select id from conventions.titre where convention_id = ?", active.id());
        monde.post(FINANCES, "/conventions/titres/" + titre + "/contestation", "motif", "Le nombre d’écoles");
        monde.post(
                ADMINISTRATEUR,
                "/conventions/titres/paiements",
                "annee",
                active.annee(),
                "lignes",
                "R-1;" + reference(monde, titre) + ";40;" + today);
        pages(exemple, active.id(), draft, titre, avenant(monde, active.id()), school, today);
    }

    private static void pages(
            Exemple exemple, UUID active, UUID draft, UUID titre, UUID avenant, EcoleInscrite school, LocalDate today) {
        var readers = new Passant[] {REFERENT_VILLE, MAIRE, FINANCES, ADMINISTRATEUR};
        var signers = new Passant[] {REFERENT_VILLE, MAIRE, ADMINISTRATEUR};
        exemple.get("/conventions/{id}").with("id", active).answers(readers);
        exemple.post("/conventions/{id}/document")
                .with("id", active)
                .status(HttpStatus.OK)
                .answers(readers);
        exemple.post("/conventions/{id}/dossier")
                .with("id", active)
                .status(HttpStatus.OK)
                .answers(readers);
        exemple.post("/conventions/{id}/avenants/{avenant}/document")
                .with("id", active)
                .with("avenant", avenant)
                .status(HttpStatus.OK)
                .answers(readers);
        exemple.post("/conventions/{id}/fin/lettre")
                .with("id", active)
                .field("etape", "MISE_EN_DEMEURE")
                .status(HttpStatus.OK)
                .answers(readers);
        exemple.post("/conventions/{id}/transmission").with("id", draft).answers(REFERENT_VILLE);
        exemple.post("/conventions/{id}/renvoi")
                .with("id", draft)
                .field("motif", "Le SIRET")
                .answers(ADMINISTRATEUR);
        exemple.get("/conventions/{id}/renvoi").with("id", active).answers(ADMINISTRATEUR);
        exemple.get("/conventions/{id}/signature").with("id", active).answers(signers);
        exemple.post("/conventions/{id}/signature")
                .with("id", active)
                .field("jour", today)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .answers(signers);
        exemple.get("/conventions/{id}/acte").with("id", active).answers(REFERENT_VILLE, MAIRE);
        exemple.post("/conventions/{id}/acte")
                .with("id", active)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .answers(REFERENT_VILLE, MAIRE);
        exemple.get("/conventions/{id}/avenant").with("id", active).answers(REFERENT_VILLE);
        for (var route : List.of("/conventions/{id}/avenant/apercu", "/conventions/{id}/avenant")) {
            var cas = exemple.post(route)
                    .with("id", active)
                    .field("sorte", "LISTE")
                    .field("motif", "Une école ferme")
                    .field("compte", "false")
                    .field("ecole", school.ecole());
            (route.endsWith("apercu") ? cas.status(HttpStatus.OK) : cas).answers(REFERENT_VILLE);
        }
        exemple.get("/conventions/{id}/fin").with("id", active).answers(signers);
        exemple.post("/conventions/{id}/fin")
                .with("id", active)
                .field("etape", "CONCILIATION")
                .field("jour", today)
                .field("motif", "Rendez-vous")
                .answers(signers);
        exemple.get("/conventions/titres/{id}").with("id", titre).answers(readers);
        exemple.post("/conventions/titres/{id}/document")
                .with("id", titre)
                .status(HttpStatus.OK)
                .answers(readers);
        exemple.post("/conventions/titres/{id}/annulation")
                .with("id", titre)
                .field("motif", "Erreur")
                .answers(ADMINISTRATEUR);
        exemple.post("/conventions/titres/{id}/contestation")
                .with("id", titre)
                .field("motif", "Le montant")
                .answers(REFERENT_VILLE, FINANCES);
        exemple.get("/conventions/annees/{annee}").with("annee", 2030).answers(ADMINISTRATEUR);
        for (var route : List.of("/conventions/annees/{annee}", "/conventions/annees/{annee}/apercu")) {
            exemple.post(route)
                    .with("annee", 2030)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .answers(ADMINISTRATEUR);
        }
    }

    private static UUID draft(Monde monde, Convention active) {
        int annee = active.annee() + 1;
        var annees = monde.bean(Annees.class);
        annees.publish(annees.proposed(annee), 0, who(monde, ADMINISTRATEUR));
        return monde.bean(Conventions.class)
                .declare(
                        who(monde, REFERENT_VILLE),
                        INSEE,
                        annee,
                        active.declaration(),
                        monde.bean(EcolesDesCommunes.class).of(INSEE).stream()
                                .map(Conventions::inscrite)
                                .toList())
                .orElseThrow();
    }

    private static UUID avenant(Monde monde, UUID convention) {
        return monde.id("select id from conventions.avenant where convention_id = ?", convention);
    }

    private static String reference(Monde monde, UUID titre) {
        return monde.jdbc()
                .sql("select exercice || '-' || lpad(numero::text, 5, '0') from conventions.titre where id = ?")
                .param(titre)
                .query(String.class)
                .single();
    }

    private static Utilisateur who(Monde monde, Passant passant) {
        return monde.bean(Utilisateurs.class).of(monde.compte(passant), null).orElseThrow();
    }

    @Override
    public String withoutContenu() {
        return "a contract between two administrations, which its own steps correct";
    }

    @Override
    public String withoutRecherche() {
        return "the region searches them on their board; a commune has one a year";
    }

    @Override
    public Map<String, String> ofTheRegionAlone() {
        Map<String, String> acts = new LinkedHashMap<>();
        acts.put("parametres-publies", "what a year says is of no school");
        acts.put("tableau-emporte", "a table of all communes");
        acts.put("communes-relancees", "letters to communes");
        acts.put("titres-emis", "a batch of bills to communes");
        acts.put("titre-annule", "a bill of a commune");
        acts.put("titre-conteste", "a bill of a commune");
        acts.put("paiements-lus", "lines of the accounting system");
        acts.put("titres-emportes", "a table of bills");
        return acts;
    }
}
