package fr.entecole.maison;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Each route has the flaw that its name says; beside it, where there is one, the same done right. Served by a test
/// alone; the application does not find it.
@RestController
@TestComponent
class Failles {

    private final AtomicLong compared = new AtomicLong();

    @GetMapping("/redirection")
    ResponseEntity<String> redirection(@RequestParam String vers) {
        return to(vers);
    }

    /// A check that forgets that browsers take a backslash for a slash.
    @GetMapping("/redirection-verifiee")
    ResponseEntity<String> checked(@RequestParam String vers) {
        return to(vers.startsWith("/") && !vers.startsWith("//") ? vers : "/");
    }

    @GetMapping("/redirection-juste")
    ResponseEntity<String> right(@RequestParam String vers) {
        return to("/accueil?vers=" + vers.length());
    }

    private static ResponseEntity<String> to(String place) {
        return ResponseEntity.status(303).header(HttpHeaders.LOCATION, place).body("");
    }

    @GetMapping("/entete")
    void entete(@RequestParam String nom, HttpServletResponse response) {
        response.setHeader("X-Nom", nom);
    }

    @GetMapping(value = "/echo", produces = MediaType.TEXT_HTML_VALUE)
    String echo(@RequestParam String nom) {
        return "<p>" + nom + "</p>";
    }

    @GetMapping("/hote")
    String hote(HttpServletRequest request) {
        return "Votre lien : https://" + request.getServerName() + "/oubli";
    }

    @PostMapping("/sans-jeton")
    String withoutToken() {
        return "fait";
    }

    /// Kept shut by a check of the address as it was written, while routes are found by the address as it is meant.
    @GetMapping("/prive")
    ResponseEntity<String> prive(HttpServletRequest request) {
        return request.getRequestURI().equals("/prive")
                ? ResponseEntity.status(404).body("")
                : ResponseEntity.ok("ce que personne ne devrait lire");
    }

    @PostMapping("/compte")
    String compte(Compte compte) {
        return compte.profil;
    }

    @PostMapping("/compte-juste")
    String form(Forme forme) {
        return forme.nom;
    }

    @PostMapping("/entree-fixe")
    void fixed(@CookieValue String session, HttpServletResponse response) {
        response.addCookie(new Cookie("session", session));
    }

    @PostMapping("/entree")
    String told(@RequestParam String identifiant) {
        return identifiant.equals("jeanne.bastide") ? "Ce mot de passe ne va pas." : "Cet identifiant n’existe pas.";
    }

    /// The door that compares nothing where there is nobody is the quicker one.
    @PostMapping("/entree-inegale")
    String unequal(@RequestParam String identifiant) {
        if (identifiant.equals("jeanne.bastide")) {
            compared.incrementAndGet();
        }
        return "Identifiant ou mot de passe faux.";
    }

    long compared() {
        return compared.get();
    }

    /// A thing of ours, which a request fills.
    static class Compte {
        private String nom = "";
        private String profil = "PARENT";

        public void setNom(String nom) {
            this.nom = nom;
        }

        public String getNom() {
            return nom;
        }

        public void setProfil(String profil) {
            this.profil = profil;
        }
    }

    record Forme(String nom) {}
}
