package fr.entecole.comptes.portes;

import fr.entecole.comptes.AppareilEntre;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.appareils.Appareil;
import fr.entecole.comptes.appareils.ChezSoi;
import fr.entecole.comptes.appareils.ClasseOuverte;
import fr.entecole.comptes.appareils.Machine;
import fr.entecole.comptes.appareils.MarqueDeCompte;
import fr.entecole.comptes.appareils.Provenance;
import fr.entecole.comptes.charte.Accords;
import fr.entecole.comptes.charte.CharteDeSession;
import fr.entecole.comptes.codes.AccesRedonnes;
import fr.entecole.comptes.demandes.AccesDemandes;
import fr.entecole.comptes.facteur.Exigences;
import fr.entecole.comptes.facteur.FacteurDeSession;
import fr.entecole.comptes.langues.LectureDuCompte;
import fr.entecole.comptes.motsdepasse.MotsDePasse;
import fr.entecole.comptes.portes.Portier.Entre;
import fr.entecole.comptes.sessions.ForceDeSession;
import fr.entecole.comptes.sessions.SessionEnt;
import fr.entecole.comptes.sessions.SessionReglages;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Profil;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Opens and ends a stay in this browser: a person's, a class's in which children come and go, or a guardian's that
/// one child has for a while. A person and a class begin with a new session and a new form token, whatever the browser
/// brought.
@Component
public class Entree {

    private final CsrfTokenRepository jetons;
    private final PageDemandee demandee;
    private final FaitsDEntree faits;
    private final Utilisateurs utilisateurs;
    private final Accords accords;
    private final MarqueDeCompte marque;
    private final MotsDePasse motsDePasse;
    private final AccesRedonnes redonnes;
    private final AccesDemandes demandes;
    private final Lectures lectures;
    private final Appareil appareil;
    private final ApplicationEventPublisher evenements;
    private final SessionReglages limites;
    private final Exigences exigences;
    private final LectureDuCompte lecture;
    private final Clock clock;

    Entree(
            CsrfTokenRepository jetons,
            PageDemandee demandee,
            FaitsDEntree faits,
            Utilisateurs utilisateurs,
            Accords accords,
            MarqueDeCompte marque,
            MotsDePasse motsDePasse,
            AccesRedonnes redonnes,
            AccesDemandes demandes,
            Lectures lectures,
            Appareil appareil,
            ApplicationEventPublisher evenements,
            SessionReglages limites,
            Exigences exigences,
            LectureDuCompte lecture,
            Clock clock) {
        this.jetons = jetons;
        this.demandee = demandee;
        this.faits = faits;
        this.utilisateurs = utilisateurs;
        this.accords = accords;
        this.marque = marque;
        this.motsDePasse = motsDePasse;
        this.redonnes = redonnes;
        this.demandes = demandes;
        this.lectures = lectures;
        this.appareil = appareil;
        this.evenements = evenements;
        this.limites = limites;
        this.exigences = exigences;
        this.lecture = lecture;
        this.clock = clock;
    }

    /// By the door of this device, which the stay remembers: others are told that the account has come in there.
    ///
    /// @return the page to go to
    public String open(Entre entre, Provenance provenance, HttpServletRequest request, HttpServletResponse response) {
        var to = open(entre, request, response);
        var session = request.getSession();
        session.setAttribute(AppareilEntre.SEANCE, appareil.print(provenance));
        if (!entre.attendu()) {
            told(entre.compte(), session);
        }
        return to;
    }

    /// Who has a second factor is asked for it before anything opens; until then nobody is signed in. Whether it is
    /// asked for was read by who let them in.
    ///
    /// @return the page to go to
    public String open(Entre entre, HttpServletRequest request, HttpServletResponse response) {
        return entre.attendu()
                ? FacteurDeSession.wait(renew(request, response), entre.compte(), clock.instant())
                : openProven(entre.compte(), request, response);
    }

    /// Who has given the second proof: the stay that waited for it is over.
    ///
    /// @return the page to go to
    public String openWaiting(UUID compte, HttpServletRequest request, HttpServletResponse response) {
        var role = role(request);
        var to = openProven(compte, request, response);
        var session = request.getSession();
        session.setAttribute(SessionEnt.ROLE, role == null ? null : role.toString());
        told(compte, session);
        return to;
    }

    /// Who has proven all that the account asks for.
    ///
    /// @return the page to go to
    public String openProven(UUID compte, HttpServletRequest request, HttpServletResponse response) {
        var session = renew(request, response);
        marque.write(compte, response);
        FacteurDeSession.prove(session, clock.instant());
        return begin(compte, session, demandee.take(request, response));
    }

    /// The same device, whoever comes in.
    private HttpSession renew(HttpServletRequest request, HttpServletResponse response) {
        closeClasse(request, response);
        var before = request.getSession(false);
        var device = before == null ? null : before.getAttribute(AppareilEntre.SEANCE);
        end(request, response);
        var session = request.getSession(true);
        session.setAttribute(AppareilEntre.SEANCE, device);
        session.setAttribute(
                Machine.SEANCE,
                Machine.of(request.getHeader(HttpHeaders.USER_AGENT)).name());
        return session;
    }

    private void told(UUID compte, HttpSession session) {
        if (session.getAttribute(AppareilEntre.SEANCE) instanceof String empreinte) {
            evenements.publishEvent(new AppareilEntre(compte, empreinte));
        }
    }

    /// The class takes the place of its teacher, who is signed out on this device.
    void openClasse(ClasseOuverte classe, HttpServletRequest request, HttpServletResponse response) {
        faits.opened(classe);
        end(request, response);
        marque.clear(response);
        classe.into(request.getSession(true));
    }

    /// A child's stay is laid into the class's session, which stays the device's: a picture touched twice, as children
    /// do, must not lose the class.
    ///
    /// @return the page to go to
    String openChild(UUID compte, HttpServletRequest request) {
        return begin(compte, request.getSession(), "/");
    }

    /// A child's stay ends, the class's goes on.
    ///
    /// @return whether there was a child
    boolean leaveChild(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || ClasseOuverte.of(session) == null || session.getAttribute(SessionEnt.COMPTE) == null) {
            return false;
        }
        recordLeaving(session, request);
        session.removeAttribute(SessionEnt.COMPTE);
        CharteDeSession.end(session);
        return true;
    }

    private void leaveClasse(HttpServletRequest request) {
        var session = request.getSession();
        if (session.getAttribute(SessionEnt.COMPTE) instanceof String compte && leaveChild(request)) {
            utilisateurs
                    .of(UUID.fromString(compte), null)
                    .ifPresent(u -> EntreeDesPetits.sayGoodbye(session, u.personneId()));
        }
    }

    void closeClasse(HttpServletRequest request, HttpServletResponse response) {
        var classe = ClasseOuverte.of(request);
        if (classe != null) {
            faits.closed(classe);
            end(request, response);
        }
    }

    /// The guardian's session becomes their child's stay, and holds nothing more of theirs: it stays the same one, so
    /// that a button touched twice loses nothing. The browser forgets whose page it was.
    ///
    /// @return the page to go to
    public String openAtHome(ChezSoi chezSoi, HttpServletRequest request, HttpServletResponse response) {
        faits.opened(chezSoi);
        marque.clear(response);
        chezSoi.into(request.getSession());
        return again(chezSoi, request);
    }

    /// @return the page to go to
    public String again(ChezSoi chezSoi, HttpServletRequest request) {
        CharteDeSession.end(request.getSession());
        return begin(chezSoi.enfant(), request.getSession(), "/");
    }

    /// The child's stay ends; the guardian's waits for their password.
    public void leaveAtHome(HttpServletRequest request) {
        var session = request.getSession();
        recordLeaving(session, request);
        session.removeAttribute(SessionEnt.COMPTE);
        CharteDeSession.end(session);
    }

    /// The guardian's page again, in the role in which they were there.
    ///
    /// @return the page to go to
    public String comeBack(ChezSoi chezSoi, Entre entre, HttpServletRequest request, HttpServletResponse response) {
        faits.givenBack(chezSoi);
        var to = open(entre, request, response);
        if (chezSoi.role() != null) {
            request.getSession().setAttribute(SessionEnt.ROLE, chezSoi.role().toString());
        }
        return to;
    }

    /// The role in which the account is here, null for the first one.
    public static @Nullable UUID role(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(SessionEnt.ROLE) instanceof String role
                ? UUID.fromString(role)
                : null;
    }

    /// @return the page to go to
    public String leaveAltogether(HttpServletRequest request, HttpServletResponse response) {
        recordLeaving(request.getSession(false), request);
        marque.clear(response);
        end(request, response);
        return "/connexion";
    }

    /// @return the page to go to
    String leave(HttpServletRequest request, HttpServletResponse response) {
        if (ClasseOuverte.of(request) != null) {
            leaveClasse(request);
            return "/classe";
        }
        if (ChezSoi.of(request) != null) {
            leaveAtHome(request);
            return "/chez-soi";
        }
        return leaveAltogether(request, response);
    }

    /// The charter and a stronger password are asked for here and nowhere else: what comes later waits for the next
    /// entry.
    private String begin(UUID compte, HttpSession session, String to) {
        session.setAttribute(SessionEnt.COMPTE, compte.toString());
        return utilisateurs
                .of(compte, null)
                .map(u -> {
                    limites.begin(session, u);
                    if (motsDePasse.isTooWeak(compte, u)) {
                        ForceDeSession.begin(session);
                    }
                    if (u.is(Profil.PARENT)) {
                        lecture.adopt(compte);
                        demandes.came(compte);
                    }
                    var next = exigences
                            .due(u)
                            .map(until -> FacteurDeSession.ask(session, until, LocalDate.now(clock), to))
                            .orElse(to);
                    Lecture<Boolean> untold = u.is(Profil.ELEVE) ? Lecture.known(false) : redonnes.untold(compte);
                    return lectures.read(accords.dues(u)
                            .with(
                                    untold,
                                    (dues, told) -> CharteDeSession.begin(
                                            session, u, dues, told ? tells(session, next) : next)));
                })
                .orElse(to);
    }

    /// An access that somebody gave again is told before the page that was asked for.
    private static String tells(HttpSession session, String to) {
        session.setAttribute(SessionEnt.SUITE, to);
        return "/mon-compte/acces-redonnes";
    }

    private void recordLeaving(@Nullable HttpSession session, HttpServletRequest request) {
        if (session != null && session.getAttribute(SessionEnt.COMPTE) instanceof String compte) {
            faits.left(UUID.fromString(compte), request.getRemoteAddr());
        }
    }

    private void end(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        jetons.saveToken(null, request, response);
    }
}
