;;; Drives the recipe for Emacs, as neovim.lua does those for Neovim. -*- lexical-binding: t -*-
(require 'flymake)
(setq flymake-no-changes-timeout nil) ; the driver says when

(defun driver-column (position)
  "The column of POSITION, from 1."
  (save-excursion
    (goto-char position)
    (1+ (- position (line-beginning-position)))))

(defun driver-show (diagnostic)
  "What DIAGNOSTIC says, as an alist."
  (let ((beg (flymake-diagnostic-beg diagnostic))
        (end (flymake-diagnostic-end diagnostic)))
    `((line . ,(line-number-at-pos beg)) (column . ,(driver-column beg))
      (endLine . ,(line-number-at-pos end)) (endColumn . ,(driver-column end))
      (severity . ,(substring (symbol-name (flymake-diagnostic-type diagnostic)) 1))
      (message . ,(flymake-diagnostic-text diagnostic)))))

(defun driver-lint (file text count timeout)
  "Give the buffer of FILE a TEXT, and wait TIMEOUT seconds for COUNT diagnostics."
  (with-current-buffer (find-file-noselect file)
    (erase-buffer)
    (insert text)
    (unless flymake-mode
      (ecslint-flymake-setup))
    (flymake-start)
    (with-timeout (timeout)
      (while (/= (length (flymake-diagnostics)) count)
        (accept-process-output nil 0.02)))
    (set-buffer-modified-p nil) ; Emacs must not ask
    (vconcat (mapcar #'driver-show (flymake-diagnostics)))))

(let-alist (with-temp-buffer
             (insert-file-contents (getenv "EDITOR_TEST_JOB"))
             (json-parse-buffer :object-type 'alist :array-type 'list))
  (load .code nil t t)
  (let ((results (mapcar (lambda (case)
                           (driver-lint (alist-get 'file case) (alist-get 'text case) (alist-get 'count case)
                                        (/ .timeout 1000.0)))
                         .cases)))
    (with-temp-file .out
      (insert (json-serialize (vconcat results))))))
