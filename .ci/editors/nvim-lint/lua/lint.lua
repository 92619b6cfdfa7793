-- Runs linters as nvim-lint does, as far as the recipe in docs/editors.md asks
-- for it: it takes the place of the plugin where that is not at hand.
local M = { linters = {}, linters_by_ft = {} }

local running = {} -- the newest run of each linter on each buffer

local function start(linter)
  local bufnr, cwd = vim.api.nvim_get_current_buf(), vim.fn.getcwd()
  local command = { linter.cmd }
  for _, arg in ipairs(linter.args or {}) do
    table.insert(command, type(arg) == "function" and arg() or arg)
  end
  local key = linter.name .. bufnr
  running[key] = (running[key] or 0) + 1
  local run = running[key]
  local job = vim.fn.jobstart(command, {
    stdout_buffered = true,
    on_stdout = function(_, lines)
      local output = table.concat(lines, "\n")
      if run == running[key] then
        local found = output ~= "" and linter.parser(output, bufnr, cwd) or {}
        vim.diagnostic.set(vim.api.nvim_create_namespace(linter.name), bufnr, found)
      end
    end,
    on_exit = function(_, code)
      if code ~= 0 and not linter.ignore_exitcode then
        error(linter.cmd .. " exited with " .. code)
      end
    end,
  })
  if linter.stdin then
    vim.fn.chansend(job, vim.list_extend(vim.api.nvim_buf_get_lines(bufnr, 0, -1, true), { "" }))
  end
  vim.fn.chanclose(job, "stdin")
end

function M.try_lint()
  for _, name in ipairs(M.linters_by_ft[vim.bo.filetype] or {}) do
    start(M.linters[name])
  end
end

return M
