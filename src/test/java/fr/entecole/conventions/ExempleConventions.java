package fr.entecole.conventions;

import static fr.entecole.maison.Passant.ADMINISTRATEUR;
import static fr.entecole.maison.Passant.FINANCES;
import static fr.entecole.maison.Passant.IEN;
import static fr.entecole.maison.Passant.MAIRE;
import static fr.entecole.maison.Passant.REFERENT_VILLE;

import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.conventions.mairies.DeclarationsAnnoncees;
import fr.entecole.conventions.personnes.DemandesDeReferent;
import fr.entecole.conventions.recherche.EnvoisSansCompte;
import fr.entecole.conventions.regles.Cessation.Etape;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.conventions.regles.Succession;
import fr.entecole.conventions.signature.Habilitations;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Profil;
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
        monde.bean(Habilitations.class)
                .grant(
                        who(monde, ADMINISTRATEUR).personneId(),
                        "Secrétaire générale",
                        "Arrêté d’essai",
                        today,
                        today.plusDays(9),
                        who(monde, MAIRE));
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
        var personnes = people(monde);
        monde.post(ADMINISTRATEUR, "/conventions/titres/" + titre + "/reponse", "reponse", "Quatre écoles");
        monde.post(FINANCES, "/conventions/titres/" + titre + "/contestation", "motif", "Encore le nombre");
        withoutAnAccount(monde, active);
        midYear(monde, active, exemple, today);
        pages(
                exemple,
                active.id(),
                draft,
                titre,
                avenant(monde, active.id()),
                personnes.getFirst(),
                personnes.getLast(),
                transmitted(monde, active),
                monde.id("select id from conventions.habilitation where acte = ?", "Arrêté d’essai"),
                active.annee() + 2,
                school,
                today);
    }

    private static void pages(
            Exemple exemple,
            UUID active,
            UUID draft,
            UUID titre,
            UUID avenant,
            UUID demande,
            UUID invitee,
            UUID signed,
            UUID habilitation,
            int big,
            EcoleInscrite school,
            LocalDate today) {
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
        exemple.get("/conventions/{id}/remplacement").with("id", active).answers(signers);
        exemple.post("/conventions/{id}/remplacement")
                .with("id", active)
                .field("motif", "Une page manque")
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
        exemple.get("/conventions/declarer/{insee}/{annee}")
                .with("insee", INSEE)
                .with("annee", big)
                .open("a commune and its public schools, which the public annuaire names");
        exemple.post("/conventions/declarer/{insee}/{annee}")
                .with("insee", INSEE)
                .with("annee", big)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .open("a declaration that changes nothing before its letter has come back");
        exemple.get("/conventions/listes/{annee}/{insee}")
                .with("insee", INSEE)
                .with("annee", big)
                .answers(IEN);
        exemple.post("/conventions/listes/{annee}/{insee}")
                .with("insee", INSEE)
                .with("annee", big)
                .field("codes", school.uai())
                .answers(IEN);
        exemple.get("/conventions/{id}/signer").with("id", signed).answers(MAIRE);
        exemple.post("/conventions/{id}/signer")
                .with("id", signed)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .answers(MAIRE);
        exemple.post("/conventions/signataires/{id}/retrait")
                .with("id", habilitation)
                .answers(ADMINISTRATEUR);
        exemple.post("/conventions/demandes/{id}/refus")
                .with("id", demande)
                .field("motif", "La mairie ne la connaît pas")
                .answers(ADMINISTRATEUR);
        exemple.post("/conventions/demandes/{id}/accord").with("id", demande).answers(ADMINISTRATEUR);
        exemple.post("/conventions/personnes/{id}/retrait").with("id", invitee).answers(REFERENT_VILLE);
        exemple.get("/conventions/titres/{id}").with("id", titre).answers(readers);
        exemple.post("/conventions/titres/{id}/document")
                .with("id", titre)
                .status(HttpStatus.OK)
                .answers(readers);
        exemple.post("/conventions/titres/{id}/annulation")
                .with("id", titre)
                .field("motif", "Erreur")
                .field("paye", "true")
                .answers(ADMINISTRATEUR);
        exemple.post("/conventions/titres/{id}/reponse")
                .with("id", titre)
                .field("reponse", "Quatre écoles étaient inscrites")
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

    /// A school that another one of the same list takes up, a commune without a convention that another one succeeds.
    private static void midYear(Monde monde, Convention active, Exemple exemple, LocalDate today) {
        var region = who(monde, ADMINISTRATEUR);
        var reprises = monde.bean(Reprises.class);
        reprises.takeUp(
                active.ecoles().getLast().ecole(),
                INSEE,
                active.ecoles().getFirst().ecole(),
                today,
                "Fusion d’essai",
                region);
        reprises.succeed(
                "11999", new Succession(INSEE, "Commune d’essai", "21110203300019"), today, "Arrêté d’essai", region);
        exemple.post("/conventions/reprises/ecoles/{id}/retrait")
                .with("id", monde.id("select id from conventions.reprise where motif = ?", "Fusion d’essai"))
                .answers(ADMINISTRATEUR);
        exemple.post("/conventions/reprises/communes/{id}/retrait")
                .with("id", monde.id("select id from conventions.succession where motif = ?", "Arrêté d’essai"))
                .answers(ADMINISTRATEUR);
    }

    /// What a town hall sends without an account, what its IEN lists, what it signs in the application.
    private static void withoutAnAccount(Monde monde, Convention active) {
        monde.bean(EnvoisSansCompte.class).pass("203.0.113.9");
        monde.bean(DeclarationsAnnoncees.class)
                .keep("34135", active.parametres(), active.declaration(), active.ecoles(), List.of());
        monde.bean(Propositions.class).propose(INSEE, active.annee(), active.declaration(), List.of("34135"));
        monde.bean(ListesDesIen.class).establish(INSEE, active.annee(), active.base(), who(monde, IEN));
        int annee = active.annee() + 3;
        var annees = monde.bean(Annees.class);
        annees.publish(annees.proposed(annee), 0, who(monde, ADMINISTRATEUR));
        var id = declared(monde, active, annee);
        monde.bean(Conventions.class).transmit(id, who(monde, REFERENT_VILLE));
        monde.post(MAIRE, "/conventions/" + id + "/signer", "lu", "true");
    }

    /// Somebody who asks to act for the commune, and somebody whom its référent has invited.
    private static List<UUID> people(Monde monde) {
        monde.bean(DemandesDeReferent.class)
                .ask(INSEE, Profil.MAIRE, "Odile", "Fabre", "Adjointe", "odile@example.org");
        monde.post(
                REFERENT_VILLE,
                "/conventions/personnes",
                "profil",
                "CONTRIBUTEUR",
                "prenom",
                "Luc",
                "nom",
                "Invité",
                "courriel",
                "luc@example.org");
        return List.of(
                monde.id("select id from conventions.demande where commune_insee = ?", INSEE),
                monde.id("select agent_id from conventions.personne where commune_insee = ?", INSEE));
    }

    /// Of a year that lets a commune list one school by itself: it awaits the signature of the commune.
    private static UUID transmitted(Monde monde, Convention active) {
        var annees = monde.bean(Annees.class);
        var p = annees.proposed(active.annee() + 2);
        annees.publish(
                new Parametres(
                        p.annee(),
                        p.prix(),
                        p.fin(),
                        p.preavis(),
                        p.fenetre(),
                        p.tolerance(),
                        p.tribunal(),
                        1,
                        p.profils(),
                        p.partie(),
                        p.signataire(),
                        p.mots(),
                        p.texte()),
                0,
                who(monde, ADMINISTRATEUR));
        var id = declared(monde, active, p.annee());
        monde.bean(Conventions.class).transmit(id, who(monde, REFERENT_VILLE));
        return id;
    }

    private static UUID draft(Monde monde, Convention active) {
        int annee = active.annee() + 1;
        var annees = monde.bean(Annees.class);
        annees.publish(annees.proposed(annee), 0, who(monde, ADMINISTRATEUR));
        return declared(monde, active, annee);
    }

    private static UUID declared(Monde monde, Convention active, int annee) {
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
        acts.put("contestation-repondue", "a bill of a commune");
        acts.put("referent-demande", "somebody of a town hall, whom no school knows");
        acts.put("referent-accorde", "somebody of a town hall, whom no school knows");
        acts.put("referent-refuse", "somebody of a town hall, whom no school knows");
        acts.put("personne-invitee", "somebody of a town hall, whom no school knows");
        acts.put("personne-retiree", "somebody of a town hall, whom no school knows");
        acts.put("signataire-habilite", "somebody of the region, who signs for it");
        acts.put("signataire-retire", "somebody of the region, who signs for it");
        acts.put("reprise-retiree", "what the region had said of a school holds no more");
        acts.put("commune-succedee", "a commune that another one succeeds");
        acts.put("succession-retiree", "a commune that another one succeeds");
        acts.put("paiements-lus", "lines of the accounting system");
        acts.put("titres-emportes", "a table of bills");
        return acts;
    }
}
